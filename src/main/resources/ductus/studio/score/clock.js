// Ticks and seconds of a piece, its bars and its grid.
const USUAL = 500_000;

export class Clock {
  /** @param {{ ticksPerQuarter: number, length: number, bars: number[], tempos: { tick: number, microsecondsPerQuarter: number }[] }} score */
  constructor(score) {
    this.score = score;
    const tempos = score.tempos.length > 0 && score.tempos[0].tick === 0
      ? score.tempos : [{ tick: 0, microsecondsPerQuarter: USUAL }, ...score.tempos];
    let second = 0;
    this.parts = tempos.map((tempo, index) => {
      const before = tempos[index - 1];
      if (before) second += ((tempo.tick - before.tick) * before.microsecondsPerQuarter) / 1e6 / score.ticksPerQuarter;
      return { tick: tempo.tick, second, perTick: tempo.microsecondsPerQuarter / 1e6 / score.ticksPerQuarter };
    });
  }

  seconds(tick) {
    const part = this.parts.findLast((each) => each.tick <= tick) ?? this.parts[0];
    return part.second + (tick - part.tick) * part.perTick;
  }

  tick(second) {
    const part = this.parts.findLast((each) => each.second <= second) ?? this.parts[0];
    return Math.round(part.tick + (second - part.second) / part.perTick);
  }

  /** Ticks of a part of a whole note, such as 16. */
  step(part) {
    return Math.max(1, Math.round((4 * this.score.ticksPerQuarter) / part));
  }

  /** The nearest line of a grid that begins anew with each bar. */
  snap(tick, step) {
    const bar = this.score.bars.findLast((start) => start <= tick) ?? 0;
    return Math.max(0, bar + Math.round((tick - bar) / step) * step);
  }

  /** The line of the grid at or before a tick. */
  floor(tick, step) {
    const bar = this.score.bars.findLast((start) => start <= tick) ?? 0;
    return Math.max(0, bar + Math.floor((tick - bar) / step) * step);
  }

  /** Number of the bar at a tick, from 1, and quarter notes since it began. */
  place(tick) {
    const bar = Math.max(1, this.score.bars.filter((start) => start <= tick).length);
    return { bar, quarter: 1 + (tick - (this.score.bars[bar - 1] ?? 0)) / this.score.ticksPerQuarter };
  }

  /** Notes in ticks as what is played: in seconds, by onset. */
  sounding(notes, voices) {
    return notes.map((note) => ({
      start: this.seconds(note.onset), end: this.seconds(note.onset + note.duration),
      pitch: note.pitch, velocity: note.velocity, voice: note.voice, drum: voices[note.voice]?.drum === true,
    }));
  }
}
