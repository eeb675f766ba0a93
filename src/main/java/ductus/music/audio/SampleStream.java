package ductus.music.audio;

import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioFormat;

/**
 * The sound of a score, block after block without end: the JDK's synthesizer gets each message
 * shortly before the block that it belongs to is read. Samples are floats, stereo, little-endian.
 */
final class SampleStream implements AutoCloseable {
  static final int CHANNELS = 2;
  static final int FRAME = CHANNELS * Float.BYTES;

  private final Score score;
  private final List<TimedMessages.Timed> messages;
  private final SoftwareSynthesizer synthesizer;
  private final int sampleRate;
  private final int blockFrames;
  private int next;
  private long frames;

  /**
   * Opens the sound of a score.
   *
   * @param score with a note
   * @param blockFrames frames that are read at a time
   */
  SampleStream(Score score, SoundBank bank, int sampleRate, int blockFrames) throws IOException {
    this.score = score;
    this.sampleRate = sampleRate;
    this.blockFrames = blockFrames;
    messages = TimedMessages.of(score);
    Set<Integer> programs =
        score.programs().stream().map(ProgramChange::program).collect(Collectors.toSet());
    synthesizer = new SoftwareSynthesizer(format(sampleRate), bank, programs);
  }

  /** Sets how much of each channel goes into the room, 0 to 127; before the first block. */
  void setReverb(int level) {
    for (TimedMessages.Timed timed : TimedMessages.reverb(score, level)) {
      synthesizer.receiver().send(timed.message(), timed.microseconds());
    }
  }

  private static AudioFormat format(int sampleRate) {
    return new AudioFormat(
        AudioFormat.Encoding.PCM_FLOAT, sampleRate, Float.SIZE, CHANNELS, FRAME, sampleRate, false);
  }

  /** The sound bank that the synthesizer plays with. */
  String soundBank() {
    return synthesizer.soundBank();
  }

  /** The frame of the last message. */
  long end() {
    return messages.get(messages.size() - 1).microseconds() * sampleRate / 1_000_000;
  }

  /** Number of bytes of a block. */
  int blockBytes() {
    return blockFrames * FRAME;
  }

  /**
   * Reads the next block.
   *
   * @param block of {@link #blockBytes}, modified
   */
  void read(byte[] block) throws IOException {
    long horizon = (frames + 2L * blockFrames) * 1_000_000 / sampleRate;
    for (; next < messages.size() && messages.get(next).microseconds() <= horizon; next++) {
      TimedMessages.Timed timed = messages.get(next);
      synthesizer.receiver().send(timed.message(), timed.microseconds());
    }
    int read = synthesizer.stream().readNBytes(block, 0, block.length);
    if (read < block.length) {
      throw new IOException("the JDK's synthesizer stopped early");
    }
    frames += blockFrames;
  }

  @Override
  public void close() {
    synthesizer.close();
  }
}
