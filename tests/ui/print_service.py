"""A print service of our own, on a socket of its own, with one queue that prints into PDF files; it ends with the test."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CUPSD, LPADMIN, LPSTAT = Path("/usr/sbin/cupsd"), Path("/usr/sbin/lpadmin"), "lpstat"
BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
MODEL = "lsb/usr/cups-pdf/CUPS-PDF_opt.ppd"
QUEUE = "CountyTrackerTest"

CUPSD_CONF = """
LogLevel warn
Listen {folder}/cups.sock
Browsing No
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
FILES_CONF = """
ServerRoot {folder}/etc
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/spool/tmp
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
SystemGroup root
User lp
Group lp
"""


@dataclass(frozen=True)
class PrintService:
    """Where it listens, and the queue that it has."""

    socket: Path
    queue: str = QUEUE

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a program that is to print here."""
        return {**os.environ, "CUPS_SERVER": str(self.socket)}

    @property
    def waiting(self) -> str:
        """The jobs that are not finished, a line each."""
        return self._run(LPSTAT, "-o").stdout

    @property
    def jobs(self) -> int:
        """How many jobs it was given since it began."""
        return len(self._run(LPSTAT, "-W", "all", "-o").stdout.splitlines())

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """The queue takes no jobs meanwhile."""
        self._run("/usr/sbin/cupsreject", self.queue)
        try:
            yield
        finally:
            self._run("/usr/sbin/cupsaccept", self.queue)

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60, check=False)


def why_not() -> str:
    """Why no print service can be started here; "" where one can."""
    if not CUPSD.exists() or not LPADMIN.exists() or shutil.which(LPSTAT) is None:
        return "CUPS is not installed (apt-get install cups cups-client)"
    if not BACKEND.exists():
        return "CUPS-PDF is not installed (apt-get install printer-driver-cups-pdf cups-filters ghostscript)"
    if os.geteuid() != 0:
        return "only root may start a print service that writes into a user's folder"
    return ""


@contextmanager
def print_service() -> Iterator[PrintService]:
    """Start it, make the queue, end it; raises RuntimeError with its own words where it does not come up."""
    folder = Path(tempfile.mkdtemp(prefix="print-service-"))  # short: a socket's path holds 107 characters
    process = None
    try:
        _write(folder)
        command = [str(CUPSD), "-f", "-c", str(folder / "etc/cupsd.conf"), "-s", str(folder / "etc/cups-files.conf")]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        service = PrintService(folder / "cups.sock")
        _wait(process, service)
        made = service._run(str(LPADMIN), "-p", QUEUE, "-E", "-v", "cups-pdf:/", "-m", MODEL)
        if made.returncode:
            raise RuntimeError(f"lpadmin: {made.stderr}")
        yield service
    finally:
        if process is not None:
            process.terminate()
            process.communicate(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


def _write(folder: Path) -> None:
    """The service's folders and settings; its workers are another user."""
    folder.chmod(0o755)
    for name in ("etc", "cache", "state", "spool", "spool/tmp"):
        (folder / name).mkdir()
    for name in ("cache", "spool", "spool/tmp"):
        shutil.chown(folder / name, group="lp")
        (folder / name).chmod(0o1770)
    (folder / "etc/cupsd.conf").write_text(CUPSD_CONF.format(folder=folder))
    (folder / "etc/cups-files.conf").write_text(FILES_CONF.format(folder=folder))


def _wait(process: subprocess.Popen[str], service: PrintService) -> None:
    until = time.monotonic() + 20
    while not service.socket.exists():
        if process.poll() is not None or time.monotonic() > until:
            said = process.communicate()[1] if process.poll() is not None else "no socket after 20 s"
            raise RuntimeError(f"cupsd did not start: {said}")
        time.sleep(0.05)
