import json

from tracker.exchange.proof.as_json import proof_json
from tracker.metrics.proof.proofreading import proofread


def test_claims_come_with_plain_decimals_as_text() -> None:
    text = "1-9月,到位1005136万元,完成目标80亿元的125.64%,超进度50.64%。"
    assert json.loads(proof_json(proofread(text))) == {
        "claims": [
            {
                "text": "到位1005136万元,完成目标80亿元的125.64%",
                "kind": "completion",
                "inputs": {"cumulative": "1005136", "target": "800000"},
                "published": "125.64",
                "recomputed": "125.64",
                "verdict": "right",
                "wording": [],
            },
            {
                "text": "完成目标80亿元的125.64%,超进度50.64%",
                "kind": "pace",
                "inputs": {"completion": "125.64", "month": "9"},
                "published": "50.64",
                "recomputed": "50.64",
                "verdict": "right",
                "wording": ["The distance to the pace is in percentage points: write “超进度50.64个百分点”."],
            },
        ]
    }


def test_a_result_that_the_rules_do_not_know_is_null() -> None:
    (claim,) = json.loads(proof_json(proofread("开工5个,上年同期0个,同比增长100%")))["claims"]
    assert claim["recomputed"] is None
    assert claim["verdict"] == "wrong"


def test_wording_without_a_claim_comes_as_remarks_and_only_then() -> None:
    assert json.loads(proof_json(proofread("外资增长-3%"))) == {
        "claims": [],
        "remarks": [{"text": "增长-3%", "wording": ["A fall is not a negative growth: write “下降3%”."]}],
    }
    assert json.loads(proof_json(proofread(""))) == {"claims": []}
