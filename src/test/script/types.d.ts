// What browsers have and the compiler's library does not say: Web Serial, https://wicg.github.io/serial/
interface SerialPort {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
  open(options: { baudRate: number }): Promise<void>;
  close(): Promise<void>;
}

interface Navigator {
  /** Absent in browsers without it. */
  readonly serial?: { requestPort(): Promise<SerialPort> };
}
