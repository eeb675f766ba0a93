// Sound as a WAV file: 16 bits, interleaved.

/** The bytes of a WAV file. @param {Float32Array[]} channels of one length, -1 to 1 @param {number} rate samples a second */
export function wav(channels, rate) {
  const frames = channels[0].length;
  const size = frames * channels.length * 2;
  const view = new DataView(new ArrayBuffer(44 + size));
  const letters = (at, text) => [...text].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  letters(0, "RIFF");
  view.setUint32(4, 36 + size, true);
  letters(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels.length, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * channels.length * 2, true);
  view.setUint16(32, channels.length * 2, true);
  view.setUint16(34, 16, true);
  letters(36, "data");
  view.setUint32(40, size, true);
  let at = 44;
  for (let i = 0; i < frames; i++) {
    for (const channel of channels) {
      view.setInt16(at, Math.round(Math.max(-1, Math.min(1, channel[i])) * 32767), true);
      at += 2;
    }
  }
  return new Uint8Array(view.buffer);
}
