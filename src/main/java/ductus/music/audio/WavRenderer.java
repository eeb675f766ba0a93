package ductus.music.audio;

import ductus.file.AtomicFile;
import ductus.file.FileFailure;
import ductus.file.PartFile;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoMap;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Renders scores to WAV files (44.1 kHz, 16 bit, stereo) with the JDK's synthesizer; needs no audio
 * device.
 *
 * <p>The samples go to a file beside the target first, as floats, and from there into the WAV file
 * at the gain that brings them to a loudness of -18 dBFS, or less where the peak would be above -1
 * dBFS; so memory does not grow with the piece, disk space does (10 MB a minute, and 21 MB more
 * while it is made). The last sounds ring out until they are 60 dB below the peak, at most {@value
 * #LONGEST_TAIL_SECONDS} seconds; what sounds longer is faded out.
 *
 * <p>With the bank that the JDK makes up where there is none, the same score gives other bytes
 * under another home folder: see {@link Rendering#isReproducible}.
 */
public final class WavRenderer {
  /** Number of frames a second. */
  public static final int SAMPLE_RATE = 44_100;

  /** Longest piece, in seconds: an hour. */
  public static final double LONGEST_SECONDS = 3600;

  private static final int LONGEST_TAIL_SECONDS = 5;
  private static final int FADE_FRAMES = SAMPLE_RATE / 2;
  private static final double LOUDNESS = StrictMath.pow(10, -18 / 20.0);
  private static final double PEAK = StrictMath.pow(10, -1 / 20.0);
  private static final double SILENCE = 1e-3;
  private static final int CHANNELS = 2;
  private static final int BLOCK_FRAMES = SAMPLE_RATE / 10;
  private static final int FLOAT_FRAME = CHANNELS * Float.BYTES;
  private static final int FRAME = CHANNELS * Short.BYTES;
  private static final int WAV_HEADER = 44;

  /**
   * The result of rendering a score.
   *
   * @param seconds length of the sound
   * @param soundBank name of the bank that it was played with; of a SoundFont the file and its
   *     SHA-256
   */
  public record Rendering(double seconds, String soundBank) {
    /**
     * Whether a bank gives the same bytes on another machine: the one that the JDK makes up where
     * there is none does not.
     */
    public static boolean isReproducible(String soundBank) {
      return SoundBank.isSoundFont(soundBank) || !soundBank.startsWith("Emergency");
    }
  }

  private final Loudness loudness = new Loudness();
  private float peak;
  private boolean fades;
  private long frames;
  private String soundBank = "";

  private WavRenderer() {}

  /** Writes a WAV file with the JDK's own bank. */
  public static Rendering write(Score score, Path path) throws IOException {
    return write(score, SoundBank.BUILT_IN, path);
  }

  /**
   * Writes a WAV file, aside first, then renamed.
   *
   * @return how long it is and which sound bank made it
   * @throws IllegalArgumentException if the score has no notes or is longer than an hour
   * @throws IOException if the file cannot be written or this Java has no such synthesizer
   */
  public static Rendering write(Score score, SoundBank bank, Path path) throws IOException {
    requireRenderable(score);
    Path folder = AtomicFile.makeFolderOf(path);
    PartFile.clearOnce(folder);
    Path floats = PartFile.ofItsOwn(path);
    Path aside = PartFile.ofItsOwn(path);
    Thread atExit = new Thread(() -> PartFile.discard(floats, aside), "tidy up sound files");
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      WavRenderer renderer = new WavRenderer();
      renderer.render(score, bank, floats);
      renderer.writeWav(floats, aside);
      Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Rendering((double) renderer.frames / SAMPLE_RATE, renderer.soundBank);
    } catch (IOException e) {
      throw FileFailure.at(path, e);
    } finally {
      PartFile.discard(floats, aside);
      release(atExit);
    }
  }

  private static void release(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending and the hook runs already.
      return;
    }
  }

  private static void requireRenderable(Score score) {
    if (score.notes().isEmpty()) {
      throw new IllegalArgumentException("the piece has no notes to render");
    }
    long last = score.notes().stream().mapToLong(Note::end).max().orElse(0);
    double seconds = new TempoMap(score).seconds(last);
    if (seconds > LONGEST_SECONDS) {
      throw new IllegalArgumentException(
          "a piece to render must be at most an hour long but this has "
              + Math.round(seconds / 60)
              + " minutes");
    }
  }

  /** Renders a score until silence; leaves the peak and the number of frames. */
  private void render(Score score, SoundBank bank, Path floats) throws IOException {
    try (SampleStream stream = new SampleStream(score, bank, SAMPLE_RATE, BLOCK_FRAMES);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(floats), 1 << 16)) {
      byte[] block = new byte[stream.blockBytes()];
      soundBank = stream.soundBank();
      float loudest = 0;
      while (frames <= stream.end()
          || (loudest > peak * SILENCE
              && frames < stream.end() + LONGEST_TAIL_SECONDS * SAMPLE_RATE)) {
        stream.read(block);
        loudest = measure(block);
        peak = Math.max(peak, loudest);
        out.write(block);
        frames += BLOCK_FRAMES;
      }
      fades = loudest > peak * SILENCE;
    }
  }

  /** Counts a block's loudness and returns its highest sample. */
  private float measure(byte[] block) throws IOException {
    FloatBuffer samples = floats(block);
    double squares = 0;
    float loudest = 0;
    while (samples.hasRemaining()) {
      float sample = samples.get();
      if (!Float.isFinite(sample)) {
        throw new IOException("the JDK's synthesizer gave a sample that is not a number");
      }
      loudest = Math.max(loudest, Math.abs(sample));
      squares += sample * sample;
    }
    loudness.add(squares / samples.capacity());
    return loudest;
  }

  private void writeWav(Path floats, Path wav) throws IOException {
    double level = loudness.gatedRootMeanSquare();
    double gain =
        peak > 0 && level > 0 ? Short.MAX_VALUE * Math.min(LOUDNESS / level, PEAK / peak) : 0;
    long sample = 0;
    byte[] block = new byte[BLOCK_FRAMES * FLOAT_FRAME];
    ByteBuffer shorts = ByteBuffer.allocate(BLOCK_FRAMES * FRAME).order(ByteOrder.LITTLE_ENDIAN);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(floats), 1 << 16);
        FileChannel channel =
            FileChannel.open(wav, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      writeFully(channel, header(frames * FRAME));
      while (in.readNBytes(block, 0, block.length) == block.length) {
        FloatBuffer samples = floats(block);
        shorts.clear();
        while (samples.hasRemaining()) {
          shorts.putShort((short) Math.round(samples.get() * gain * fade(sample++ / CHANNELS)));
        }
        writeFully(channel, shorts.flip());
      }
      channel.force(true);
    }
  }

  /** The share of its level that a frame keeps; less than 1 only where a sound would be cut off. */
  private double fade(long frame) {
    return fades ? Math.min(1, (double) (frames - frame) / FADE_FRAMES) : 1;
  }

  private static FloatBuffer floats(byte[] block) {
    return ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** The header of a file: the 44 bytes before plain PCM samples. */
  private static ByteBuffer header(long dataBytes) {
    return ByteBuffer.allocate(WAV_HEADER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {'R', 'I', 'F', 'F'})
        .putInt((int) (WAV_HEADER - 8 + dataBytes))
        .put(new byte[] {'W', 'A', 'V', 'E', 'f', 'm', 't', ' '})
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) CHANNELS)
        .putInt(SAMPLE_RATE)
        .putInt(SAMPLE_RATE * FRAME)
        .putShort((short) FRAME)
        .putShort((short) Short.SIZE)
        .put(new byte[] {'d', 'a', 't', 'a'})
        .putInt((int) dataBytes)
        .flip();
  }
}
