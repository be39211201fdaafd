"""signals.py - signals to a run that waits for more of its input."""
import array
import fcntl
import gzip
import os
import signal
import subprocess
import termios

import promises
import target
from random_archives import SEEDS

ENDS = ("INT", "TERM", "HUP", "QUIT", "ALRM", "USR1", "USR2", "XCPU", "PROF", "IO", "TRAP", "SYS", "STKFLT", "PWR",
        "RTMIN", "RTMAX")
CRASHES = ("SEGV", "BUS", "FPE", "ILL", "ABRT")  # which end with status 3
PASSES = ("PIPE", "XFSZ", "VTALRM", "CHLD", "URG", "WINCH", "CONT", "TSTP", "TTIN", "TTOU", "STOP")
SIGNALS = (*ENDS, *CRASHES, *PASSES, "KILL")
MOMENTS = (300, None, 0, 1, 20_000)  # how many bytes the run has read; None: all, but not their end
TEXT = (SEEDS / "trending.txt").read_bytes()
INPUTS = {"text": TEXT, "gzip": gzip.compress(TEXT, mtime=0)}
OPTIONS = (["-j", "1"], ["-j", "3"], ["-j", "2", "-f", "sort", "-o", "bibtex"])
SHORT = 3 * len(SIGNALS)  # of all moments
ACCOUNTS = ["--report", "out/report", "--on-error", "quarantine=out/bad"]


def unread(pipe):
    count = array.array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, count)
    return count[0]


def feed(process, pipe, data):
    """Writes DATA, and waits until the run has read it; False when the run ended before."""
    for start in range(0, len(data), 4096):
        try:
            os.write(pipe, data[start:start + 4096])
        except BrokenPipeError:
            return False
    while unread(pipe) != 0:
        if os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return False
    return True


def run(attacked, room, arguments, data, moment=None, name=None):
    """The status of a run that gets the signal NAME after the first bytes of DATA."""
    pipe_path = room.work / "in/pipe"
    if not pipe_path.exists():
        os.mkfifo(pipe_path)
    room.empty()
    with (room.top / "stderr").open("wb") as stderr:
        process = subprocess.Popen([attacked.program, *arguments], cwd=room.work, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=stderr, env=attacked.environment(room, {}),
                                   preexec_fn=attacked.bound)
    pipe = os.open(pipe_path, os.O_WRONLY)  # returns when the run has opened the other end
    at = len(data) if moment is None else moment
    alive = feed(process, pipe, data[:at])
    if name:
        os.kill(process.pid, getattr(signal, f"SIG{name}"))  # the process object would wait for its end
        if name in PASSES:
            os.kill(process.pid, signal.SIGCONT)
    if name is None or name in PASSES:
        alive = alive and feed(process, pipe, data[at:])
        os.close(pipe)
        pipe = -1
    status = attacked.wait(process)[0]
    if pipe >= 0:
        os.close(pipe)
    return status


def expected_statuses(name, good):
    number = int(getattr(signal, f"SIG{name}"))
    return good if name in PASSES else 3 if name in CRASHES else -number


def broken(room, name, status, good_status, good):
    want = expected_statuses(name, good_status)
    if status != want:
        yield f"SIG{name}: ended with {status}, not {want}"
    files, sources = room.files(), [path.name for path in (room.work / "tmp").iterdir()]
    if name == "KILL":  # no code can run to remove a temporary file
        files = {key: value for key, value in files.items() if key in good}
        sources = []
    if name in PASSES:
        if files != good:
            yield f"SIG{name}: changed the outputs"
    elif strange := [*(set(files) - target.OUTPUTS), *sources]:
        yield f"SIG{name}: left behind: {' '.join(sorted(strange))}"
    if name not in PASSES and (room.work / "out/result").read_bytes() != target.OLD:
        yield f"SIG{name}: the old output is not there any more"
    if promises.SANITIZER_REPORT.search((room.top / "stderr").read_bytes().decode(errors="replace")):
        yield f"SIG{name}: a sanitizer's report"


def attack(attacked, room, number):
    name, moment = SIGNALS[number % len(SIGNALS)], MOMENTS[number // len(SIGNALS) % len(MOMENTS)]
    turn = number // len(SIGNALS)  # so that each signal meets every input and every option
    kind, options = ("text", "gzip")[turn % 2], OPTIONS[turn % len(OPTIONS)]
    data = INPUTS[kind]
    if attacked.sanitized and name in CRASHES:
        return  # the sanitizer handles them
    accounts = ACCOUNTS if turn % 2 else []
    arguments = [*options, "-i", "trending", "-w", "out/result", *accounts, "in/pipe"]
    good_status = run(attacked, room, arguments, data)
    good = room.files()
    status = run(attacked, room, arguments, data, moment, name)
    command = f"{attacked.program} {' '.join(arguments)}  # in/pipe: a fifo that gave {moment} bytes of {kind}"
    problems = list(broken(room, name, status, good_status, good))
    if good_status not in (0, 1):
        problems.append(f"ended with {good_status} without a signal")
    for problem in problems:
        attacked.finding(room, f"signals {number}", problem, command)
