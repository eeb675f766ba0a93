package ductus.music.midi;

import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TimeSignature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads standard MIDI files of format 0, 1 and 2, bare or in a RIFF wrapper, all of a file or
 * nothing: what cannot be read for certain is refused with the byte and the reason.
 *
 * <ul>
 *   <li>A note-on with velocity 0 is a note-off. The oldest open note of a channel and pitch, in
 *       the same track, ends first. A note-off without a note is ignored; a note without a note-off
 *       ends with its track. Notes of length 0 are kept.
 *   <li>Running status goes on after meta events and system exclusive messages. Other messages of
 *       the cable (clock, song position ...) are skipped; undefined ones are refused.
 *   <li>In format 2 the tracks follow one another; each starts at 120 quarter notes a minute in 4/4
 *       unless it says otherwise. Several tracks in format 0 sound together.
 *   <li>Time in frames and ticks (SMPTE) becomes ticks a quarter at one tempo so that every moment
 *       is exact, 29.97 frames a second too; tempo changes in such a file mean nothing and are left
 *       out.
 *   <li>An End of Track may be missing. Unknown chunks and bytes behind the last chunk are skipped.
 *       Fewer tracks than the header says is an error; more are read.
 *   <li>A key signature that does not exist is left out; an impossible tempo or metre is refused.
 * </ul>
 *
 * <p>Time and memory grow with the bytes that are there, never with what the file says of itself.
 */
public final class MidiReader {
  /** Largest file, in bytes: 64 MiB. */
  public static final int MAX_BYTES = 64 << 20;

  /** Most notes and changes in a file, together. */
  public static final int MAX_EVENTS = 1_000_000;

  /** Last tick of a file. */
  public static final long MAX_TICK = Integer.MAX_VALUE;

  /** Most tracks in a file: as many as a header can count. */
  public static final int MAX_TRACKS = 0xFFFF;

  private static final int CHUNK_HEADER = 8;
  private static final int SYSTEM_EXCLUSIVE = 0xF0;

  private final ByteCursor file;
  private final ScoreDraft draft = new ScoreDraft();
  private int tracks;
  private long length;

  private MidiReader(ByteCursor file) {
    this.file = file;
  }

  /**
   * Reads the score of a file.
   *
   * @throws BadFileException if it is not a sound MIDI file
   * @throws IOException if it cannot be opened or read
   */
  public static Score read(Path path) throws BadFileException, IOException {
    if (Files.isDirectory(path)) {
      throw new BadFileException(path, "must be a MIDI file but is a folder");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new BadFileException(path, "must be a MIDI file but is a device or pipe");
    }
    try (InputStream in = Files.newInputStream(path)) {
      long size = Files.size(path);
      if (size > MAX_BYTES) {
        throw tooLong(path, size);
      }
      return parse(path, in.readNBytes(MAX_BYTES + 1));
    }
  }

  /**
   * Reads the score from the content of a file.
   *
   * @param name what to call it in complaints
   * @throws BadFileException if it is not a sound MIDI file
   */
  public static Score parse(Path name, byte[] content) throws BadFileException {
    if (content.length == 0) {
      throw new BadFileException(name, "the file is empty");
    }
    if (content.length > MAX_BYTES) {
      throw tooLong(name, content.length);
    }
    ByteCursor file = new ByteCursor(name, content, 0, content.length, "the file");
    if (startsWith(content, "RIFF")) {
      file = unwrapRiff(file);
    }
    return new MidiReader(file).read();
  }

  private static BadFileException tooLong(Path path, long size) {
    return new BadFileException(
        path, "a MIDI file must have at most " + MAX_BYTES + " bytes but this has " + size);
  }

  private static boolean startsWith(byte[] content, String type) {
    if (content.length < type.length()) {
      return false;
    }
    for (int i = 0; i < type.length(); i++) {
      if (content[i] != type.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the content of the data chunk of a RIFF file of type RMID. */
  private static ByteCursor unwrapRiff(ByteCursor riff) throws BadFileException {
    riff.skip(CHUNK_HEADER);
    String form = riff.chunkType();
    if (!form.equals("RMID")) {
      throw riff.bad(8, "a RIFF file must hold RMID (MIDI) but holds " + printable(form));
    }
    while (riff.remaining() >= CHUNK_HEADER) {
      int offset = riff.position();
      String type = riff.chunkType();
      long size = riff.unsignedIntLittleEndian();
      requireThere(riff, size, offset, "chunk " + printable(type));
      if (type.equals("data")) {
        return riff.take((int) size, "the data chunk");
      }
      riff.skip((int) Math.min(riff.remaining(), size + (size & 1)));
    }
    throw riff.bad(riff.position(), "the RIFF wrapper must have a data chunk but has none");
  }

  private Score read() throws BadFileException {
    int start = file.position();
    if (file.remaining() > 0 && file.peek() == SYSTEM_EXCLUSIVE) {
      throw file.bad(
          start,
          "a system exclusive dump (.syx), which sets up an instrument and holds no notes, not a"
              + " MIDI file");
    }
    if (file.remaining() < 4 || !file.chunkType().equals("MThd")) {
      throw file.bad(start, "not a MIDI file: it must begin with MThd");
    }
    long headerLength = file.unsignedInt();
    if (headerLength < 6) {
      throw file.bad(start + 4, "the header must have 6 bytes or more but says " + headerLength);
    }
    requireThere(file, headerLength, start, "the header");
    ByteCursor header = file.take((int) headerLength, "the header");
    int format = header.unsignedShort();
    if (format > 2) {
      throw header.bad(start + 8, "format must be 0, 1 or 2 but was " + format);
    }
    int declaredTracks = header.unsignedShort();
    Division division = Division.read(header);
    readChunks(declaredTracks, format == 2);
    if (tracks == 0) {
      throw file.bad(file.position(), "the file must have a track but has none");
    }
    if (tracks < declaredTracks) {
      throw file.bad(
          file.position(),
          "the header says " + declaredTracks + " tracks but the file has " + tracks);
    }
    if (division.isFrames()) {
      draft.tempos.clear();
      draft.tempos.add(new TempoChange(0, division.microsecondsPerQuarter()));
    }
    return draft.toScore(division.ticksPerQuarter(), length);
  }

  private void readChunks(int declaredTracks, boolean oneAfterAnother) throws BadFileException {
    while (file.remaining() >= CHUNK_HEADER) {
      int offset = file.position();
      String type = file.chunkType();
      long size = file.unsignedInt();
      boolean isTrack = type.equals("MTrk");
      if (!isTrack && size > file.remaining() && tracks > 0 && tracks >= declaredTracks) {
        return;
      }
      String name = isTrack ? "track " + (tracks + 1) : "chunk " + printable(type);
      requireThere(file, size, offset, name);
      ByteCursor content = file.take((int) size, name);
      if (isTrack) {
        readTrack(content, oneAfterAnother);
      }
    }
  }

  private void readTrack(ByteCursor content, boolean oneAfterAnother) throws BadFileException {
    if (tracks == MAX_TRACKS) {
      throw file.bad(content.position(), "tracks must be at most " + MAX_TRACKS + " but go on");
    }
    long start = oneAfterAnother ? length : 0;
    int temposBefore = draft.tempos.size();
    int metresBefore = draft.timeSignatures.size();
    TrackReader reader = new TrackReader(content, draft, tracks, start);
    reader.read();
    if (!reader.hasEndOfTrack() && !chunkOrEndFollows()) {
      throw file.bad(
          file.position(),
          "track "
              + (tracks + 1)
              + " must end with End of Track but "
              + file.remaining()
              + " bytes follow that are no chunk");
    }
    if (oneAfterAnother && tracks > 0) {
      startAfresh(start, temposBefore, metresBefore);
    }
    tracks++;
    length = Math.max(length, reader.end());
  }

  /** Gives a track of format 2 the tempo and metre it starts with if it does not say them. */
  private void startAfresh(long start, int temposBefore, int metresBefore) {
    if (draft.tempos.size() == temposBefore || draft.tempos.get(temposBefore).tick() > start) {
      draft.tempos.add(
          temposBefore, new TempoChange(start, TempoChange.DEFAULT_MICROSECONDS_PER_QUARTER));
    }
    if (draft.timeSignatures.size() == metresBefore
        || draft.timeSignatures.get(metresBefore).tick() > start) {
      draft.timeSignatures.add(metresBefore, new TimeSignature(start, 4, 4));
    }
  }

  /**
   * Whether a chunk or the end of the file follows; else a track whose length is said too short
   * would be cut without a word.
   */
  private boolean chunkOrEndFollows() throws BadFileException {
    if (file.remaining() < CHUNK_HEADER) {
      return file.remaining() == 0;
    }
    ByteCursor ahead = file.copy();
    String type = ahead.chunkType();
    return type.equals(printable(type)) && ahead.unsignedInt() <= ahead.remaining();
  }

  private static void requireThere(ByteCursor cursor, long size, long offset, String name)
      throws BadFileException {
    if (size > cursor.remaining()) {
      throw cursor.bad(
          offset, name + " says " + size + " bytes, the file has " + cursor.remaining() + " left");
    }
  }

  /** A text with ASCII as it is, a question mark for anything else. */
  private static String printable(String type) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < type.length(); i++) {
      char c = type.charAt(i);
      text.append(c >= ' ' && c <= '~' ? c : '?');
    }
    return text.toString();
  }
}
