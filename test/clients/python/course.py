"""What the three Python programs share: waiting, and lines that are the same on every run."""
import os
import time

BOOTSTRAP = os.environ["BOOTSTRAP"]
FIRST_MS = 1_700_000_000_000
CODECS = ["none", "gzip", "snappy", "lz4", "zstd"]


def step(title):
    print(f"# {title}", flush=True)


def say(line):
    print(line, flush=True)


def until(what, attempt):
    """Repeats `attempt` until it returns something true, and returns that."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        result = attempt()
        if result:
            return result
    raise TimeoutError(f"waited 30 s for {what}")


def text(data):
    return "null" if data is None else data.decode()


def show(partition, offset, timestamp, key, value, headers):
    shown = "".join(f" {name}={text(data)}" for name, data in headers)
    say(f"{partition}@{offset} {timestamp} key={text(key)} value={text(value)}{shown}")


def sample_records():
    """(partition, timestamp, key, value, headers) of what each codec is tried with."""
    for index in range(6):
        yield index % 2, FIRST_MS + index * 1000, f"k{index}".encode(), (f"v{index}" * 20).encode(), [
            ("h", f"é{index}".encode()), ("h", b"again")]
    yield 0, FIRST_MS + 9000, b"k0", None, []
    yield 1, FIRST_MS + 9000, None, b"", []
