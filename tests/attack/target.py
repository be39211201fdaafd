"""target.py - runs the attacked program within bounds, and keeps what it broke."""
import collections
import dataclasses
import hashlib
import os
import resource
import shlex
import shutil
import signal
import subprocess
import traceback

OLD = b"the old file\n"
OUTPUTS = {"result", "report", "bad", "bad.jsonl"}
SECRET = "NobodyMayReadThis"  # in a file that no run names
MIB = 1 << 20
MEMORY = 64 * MIB  # docs/security.md
WINDOW = 64 * MIB  # of a decompressor
SANITIZERS = (b"__asan_init", b"__tsan_init", b"__ubsan_handle")


@dataclasses.dataclass
class Conversion:
    """A command line without -j.  A standard input comes from the file STDIN, through a pipe or not."""
    arguments: list
    stdin: str = ""
    piped: bool = False
    environment: dict = dataclasses.field(default_factory=dict)
    memory: int = MEMORY


Outcome = collections.namedtuple("Outcome", "status stderr files peak")


def digest(path):
    total = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(MIB):
                total.update(chunk)
    except FileNotFoundError:  # removed by a process that the run has left behind
        return ""
    return total.hexdigest()


class Room:
    """A folder for the inputs and outputs of one item, deep enough for names like ../../x."""

    def __init__(self, top):
        self.top, self.work = top, top / "a/b/c/work"
        for name in ("in", "out", "tmp"):
            (self.work / name).mkdir(parents=True)
        (top / "secret.txt").write_text(f"{SECRET}\n\n{SECRET} is the abstract of a paper, long enough to be one.\n")
        self.empty()

    def write(self, name, make, *arguments):
        """Writes what MAKE returns, in a child process: this one must stay small, because a
        program's peak of memory includes that of the process that started it."""
        child = os.fork()
        if child == 0:
            try:
                (self.work / name).write_bytes(make(*arguments))
                os._exit(0)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
        if os.waitpid(child, 0)[1] != 0:
            raise RuntimeError(f"{name} cannot be made")

    def empty(self):
        """Leaves only an old output file in the folder of outputs."""
        shutil.rmtree(self.work / "out")
        (self.work / "out").mkdir()
        (self.work / "out/result").write_bytes(OLD)

    def files(self):
        """The digests of the outputs."""
        return {path.name: digest(path) for path in (self.work / "out").iterdir()}

    def surroundings(self):
        """Everything that a run must leave alone."""
        out = self.work / "out"
        return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in self.top.rglob("*")
                if path.is_file() and path.parent != out}


class Target:
    def __init__(self, program, keep, seconds):
        self.program, self.keep, self.seconds = program, keep, seconds
        content = program.read_bytes()
        self.sanitized = any(name in content for name in SANITIZERS)
        self.counts = collections.Counter()

    def environment(self, room, more):
        env = {key: value for key, value in os.environ.items()
               if key == "PATH" or key.endswith("SAN_OPTIONS")}
        # A run that stops may leave a thread that waits for a program.
        env["TSAN_OPTIONS"] = env.get("TSAN_OPTIONS", "") + ":report_thread_leaks=0"
        return env | {"LC_ALL": "C.UTF-8", "TMPDIR": str(room.work / "tmp")} | more

    def bound(self):
        """Called in the child process.  Signals that this one ignores, as in the background, are not ignored."""
        for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
            signal.signal(number, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CPU, (self.seconds, self.seconds + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def wait(self, process):
        """The status and the peak of memory; a process that waits without end is killed."""
        signal.signal(signal.SIGALRM, lambda *_: process.kill())
        signal.alarm(10 * self.seconds)
        _, status, usage = os.wait4(process.pid, 0)
        signal.alarm(0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, usage.ru_maxrss * 1024

    def convert(self, room, conversion, jobs):
        room.empty()
        feeder, stdin = None, subprocess.DEVNULL
        if conversion.piped:
            feeder = subprocess.Popen(["cat", room.work / conversion.stdin], stdout=subprocess.PIPE,
                                      stderr=subprocess.DEVNULL)
            stdin = feeder.stdout
        elif conversion.stdin:
            stdin = (room.work / conversion.stdin).open("rb")
        streams = [(room.top / name).open("wb") for name in ("stdout", "stderr")]
        process = subprocess.Popen(
            [self.program, "-j", jobs, *conversion.arguments], cwd=room.work, stdin=stdin, stdout=streams[0],
            stderr=streams[1], env=self.environment(room, conversion.environment), preexec_fn=self.bound)
        for stream in (*streams, *([stdin] if conversion.stdin else [])):
            stream.close()
        status, peak = self.wait(process)
        if feeder:
            feeder.wait()
        files = room.files() | {"standard output": digest(room.top / "stdout")}
        stderr = (room.top / "stderr").read_bytes()
        for name in ("stdout", "stderr"):
            (room.top / name).unlink()
        return Outcome(status, stderr, files, peak)

    def finding(self, room, item, what, command):
        """Prints a broken promise, and keeps the inputs and the command."""
        kind = "differences" if what.startswith("differs") else "other findings"
        self.counts[kind] += 1
        place = self.keep / item.replace(" ", "-")
        if not place.exists():
            for name in ("out", "tmp"):
                (place / name).mkdir(parents=True)
            shutil.copytree(room.work / "in", place / "in", ignore=shutil.ignore_patterns("pipe"))
        (place / "command").write_bytes(os.fsencode(command + "\n"))
        told = f"{item}: {what}\n    (cd {shlex.quote(str(place))} && {command})"
        print(told.encode(errors="backslashreplace").decode(), flush=True)

    def command(self, conversion, jobs):
        words = [f"{key}={shlex.quote(value)}" for key, value in conversion.environment.items()]
        words += shlex.quote(str(self.program)), "-j", jobs, *map(shlex.quote, conversion.arguments)
        source = shlex.quote(conversion.stdin or "/dev/null")
        return f"cat {source} | {' '.join(words)}" if conversion.piped else f"{' '.join(words)} <{source}"
