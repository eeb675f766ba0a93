// Sends a plotter's program over a serial port, line by line: each is answered before the next goes out. No page is needed.

export const BAUD = 115200;

/** Lines of a program that mean something; how far an answer is from its line is the plotter's affair. */
export function commands(program) {
  return program.split(/\r\n|\r|\n/).map((line) => line.replace(/;.*$/, "").replace(/\([^)]*\)/g, "").trim()).filter((line) => line !== "");
}

/**
 * Sends commands to an open port.
 * @param {string[]} lines
 * @param {{ readable: ReadableStream, writable: WritableStream }} port
 * @param {(sent: number) => void} tell
 * @param {AbortSignal} signal stops behind the line under way, with the pen up
 * @param {{ end: string, up: string[] }} language what ends a line, and what lifts the pen
 */
export async function send(lines, port, tell, signal, { end, up }) {
  const writer = port.writable.getWriter();
  const reader = port.readable.getReader();
  const encoder = new TextEncoder();
  const answers = answered(reader);
  const say = async (line) => {
    await writer.write(encoder.encode(line + end));
    for (;;) {
      const { value, done } = await answers.next();
      if (done === true) throw new Error("the plotter is gone");
      if (/^(error|!|alarm)/i.test(value)) throw new Error(`${line}: ${value}`);
      if (/^ok/i.test(value)) return;
    }
  };
  try {
    for (let i = 0; i < lines.length; i++) {
      if (signal.aborted) {
        for (const line of up) await say(line);
        return false;
      }
      await say(lines[i]);
      tell(i + 1);
    }
    return true;
  } finally {
    await reader.cancel().catch(() => {});
    reader.releaseLock();
    writer.releaseLock();
  }
}

async function* answered(reader) {
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split(/[\r\n]+/);
    rest = lines.pop();
    for (const line of lines) if (line) yield line;
  }
}
