"""A proof as JSON for other programs: numbers as plain decimals in strings, in the printed decimals."""

from __future__ import annotations

import json

from tracker.metrics.proof.claim import Claim, Proof


def proof_json(proof: Proof) -> str:
    """{"claims": [{"text", "kind", "inputs", "published", "recomputed", "verdict", "wording"}]}, in the order of the text.

    `recomputed` is null where the rules print "—". Wording to mend in places without a claim comes as "remarks", a list that is
    there only where there is such: [{"text", "wording"}].
    """
    content: dict[str, object] = {"claims": [_claim(claim) for claim in proof.claims]}
    if proof.remarks:
        content["remarks"] = [{"text": remark.text, "wording": [remark.wording]} for remark in proof.remarks]
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _claim(claim: Claim) -> dict[str, object]:
    return {
        "text": claim.text,
        "kind": claim.kind,
        "inputs": {one.name: f"{one.value:f}" for one in claim.inputs},
        "published": f"{claim.published:f}",
        "recomputed": None if claim.recomputed is None else f"{claim.recomputed:f}",
        "verdict": claim.verdict,
        "wording": list(claim.wording),
    }
