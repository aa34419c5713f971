"""A PostgreSQL of our own for tests: Debian's programs, a private port, a temporary folder, an unprivileged user.

    with Postgres() as server:
        server.sql("create table …")
        server.url       # sdbc:postgresql:…
"""

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

from office import _identity, NOBODY

USER, PASSWORD = "seller", "s3cret word"


def programs():
    """The folder with initdb and pg_ctl; None if PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


class Postgres:
    def __enter__(self):
        self.bin = programs()
        self.directory = Path(tempfile.mkdtemp(prefix="kakehashi-pg-", dir="/tmp"))
        if os.geteuid() == 0:
            os.chown(self.directory, NOBODY, NOBODY)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        try:
            password = self.directory / "password"
            password.write_text(PASSWORD)
            if os.geteuid() == 0:
                os.chown(password, NOBODY, NOBODY)
            self._run("initdb", "-D", self.data, "-U", USER, f"--pwfile={password}", "-A", "scram-sha-256", "-E", "UTF8",
                      "--no-locale", "--no-sync")
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.directory, ignore_errors=True)

    @property
    def data(self):
        return self.directory / "data"

    @property
    def url(self):
        return f"sdbc:postgresql:host=127.0.0.1 port={self.port} dbname=postgres"

    def start(self):
        self._run("pg_ctl", "-D", self.data, "-w", "-l", self.directory / "log", "-o",
                  f"-h 127.0.0.1 -p {self.port} -k {self.directory} -F", "start")

    def stop(self):
        if (self.data / "postmaster.pid").exists():
            self._run("pg_ctl", "-D", self.data, "-w", "-m", "immediate", "stop")

    def sql(self, text):
        self._run("psql", "-h", "127.0.0.1", "-p", self.port, "-U", USER, "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-q",
                  "-c", text)

    def _run(self, program, *arguments):
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PGPASSWORD": PASSWORD, "HOME": str(self.directory)}
        done = subprocess.run([self.bin / program, *map(str, arguments)], env=environment, cwd=self.directory,
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                              timeout=120, **_identity())
        if done.returncode != 0:
            raise RuntimeError(f"{program} ended with {done.returncode}: {done.stderr}")
