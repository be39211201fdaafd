"""slurm.py - a Slurm cluster on this machine, for the time of a test: munged, slurmctld and two
slurmd, all in one folder, with ports of their own and without privileges."""
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import time

TOOLS = ("munged", "slurmctld", "slurmd", "sbatch", "scontrol", "squeue")
SECONDS = 60

CONFIGURATION = """
ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket,cred_expire=5
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool-%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd-%n.log
SlurmctldPort={ports[0]}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/builtin
SchedulerParameters=batch_sched_delay=0,sched_interval=1
SlurmdParameters=config_overrides
ReturnToService=2
MpiDefault=none
MailProg=/bin/true
NodeName=node1 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[1]} CPUs=1 RealMemory=4096
NodeName=node2 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[2]} CPUs=1 RealMemory=4096
PartitionName=all Nodes=node1,node2 Default=YES MaxTime=INFINITE State=UP
"""


def tool(name):
    return shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin:/sbin")


def missing():
    return [name for name in TOOLS if tool(name) is None]


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for s in sockets:
        s.bind(("127.0.0.1", 0))
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


class Cluster:
    """Started on entry, and stopped on exit."""

    def __init__(self, folder, environment):
        self.folder = pathlib.Path(folder)
        self.env = dict(environment, SLURM_CONF=str(self.folder / "slurm.conf"))
        self.daemons = []

    def start(self, *command):
        log = open(self.folder / f"{len(self.daemons)}-{os.path.basename(command[0])}.out", "wb")
        self.daemons.append(subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL,
                                             stdout=log, stderr=log, start_new_session=True))
        log.close()

    def run(self, *command, check=True):
        return subprocess.run(command, env=self.env, stdin=subprocess.DEVNULL, check=check,
                              capture_output=True, text=True).stdout

    def __enter__(self):
        host = socket.gethostname().split(".")[0]
        user = pwd.getpwuid(os.geteuid()).pw_name
        (self.folder / "state").mkdir()
        (self.folder / "slurm.conf").write_text(
            CONFIGURATION.format(host=host, user=user, folder=self.folder, ports=free_ports(3)))
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o400)
        self.start(tool("munged"), "--foreground", "--force", f"--key-file={key}",
                   f"--socket={self.folder}/munge.socket", f"--pid-file={self.folder}/munged.pid",
                   f"--log-file={self.folder}/munged.log", f"--seed-file={self.folder}/munged.seed")
        self.wait(lambda: (self.folder / "munge.socket").exists(), "munged")
        self.start(tool("slurmctld"), "-D")
        for node in "node1", "node2":
            self.start(tool("slurmd"), "-D", "-N", node)
        self.wait(lambda: self.run("sinfo", "-h", "-o", "%T", check=False).split() == ["idle"], "the nodes")
        return self

    def wait(self, condition, what):
        """Until CONDITION holds; a cluster that does not start must not block the test."""
        end = time.monotonic() + SECONDS
        while not condition():
            if time.monotonic() > end or any(d.poll() is not None for d in self.daemons):
                raise RuntimeError(f"{what}: not ready\n{self.logs()}")
            time.sleep(0.1)

    def logs(self):
        names = sorted(self.folder.glob("*.out")) + sorted(self.folder.glob("*.log"))
        return "".join(f"== {name.name}\n{name.read_text(errors='replace')[-3000:]}\n" for name in names)

    def __exit__(self, *_):
        for daemon in reversed(self.daemons):
            daemon.send_signal(signal.SIGTERM)
        for daemon in reversed(self.daemons):
            try:
                daemon.wait(10)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()
