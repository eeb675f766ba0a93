package ductus.task.music.export;

import ductus.corpus.PieceKind;
import ductus.file.AtomicFile;
import ductus.music.Score;
import ductus.music.abc.write.AbcWriter;
import ductus.music.audio.SoundBank;
import ductus.music.audio.WavRenderer;
import ductus.music.engraving.SheetMusic;
import ductus.music.midi.MidiWriter;
import ductus.music.musicstring.JFugueText;
import ductus.music.musicxml.MusicXml;
import ductus.music.render.NoteTable;
import ductus.music.render.ScorePicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a score can be written as. Each but WAV gives the same bytes for the same score. */
public enum ExportFormat {
  /** A standard MIDI file. */
  MIDI(".mid"),

  /** Sound, 44.1 kHz, 16 bit, stereo. */
  WAV(".wav"),

  /** The text of a JFugue pattern. */
  JFUGUE(".jfugue"),

  /** A sheet of music: one long picture, as wide as paper. */
  SHEET(".sheet.svg"),

  /** A sheet of music on pages of paper. */
  SHEET_PDF(".pdf"),

  /** A picture: the piano roll. */
  SVG(".svg"),

  /** A table of the notes. */
  CSV(".csv"),

  /** A sheet of music for notation programs. */
  MUSICXML(".musicxml"),

  /** A tune in ABC notation. */
  ABC(".abc");

  private final String ending;

  ExportFormat(String ending) {
    this.ending = ending;
  }

  /** The ending of new files, with its dot. */
  public String ending() {
    return ending;
  }

  /** The name by which users call it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The format of a name, whatever its case.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ExportFormat parse(String name) {
    for (ExportFormat format : values()) {
      if (format.label().equals(name.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "format must be one of "
            + Arrays.stream(values()).map(ExportFormat::label).collect(Collectors.joining(", "))
            + " but was "
            + name);
  }

  /** The format that a file's ending stands for, if it is a known one. */
  public static Optional<ExportFormat> ofEnding(Path file) {
    if (PieceKind.MIDI.matches(file)) {
      return Optional.of(MIDI);
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> name.endsWith(format.ending)).findFirst();
  }

  /**
   * Writes a score, aside first.
   *
   * @param title for a picture or a sheet
   * @param bank for sound
   * @throws IllegalArgumentException if the format cannot say it
   */
  void write(Score score, String title, SoundBank bank, Path to) throws IOException {
    switch (this) {
      case MIDI -> AtomicFile.write(to, MidiWriter.write(score));
      case WAV -> WavRenderer.write(score, bank, to);
      case JFUGUE -> AtomicFile.write(to, JFugueText.file(score));
      case SHEET -> AtomicFile.write(to, SheetMusic.svg(score, title));
      case SHEET_PDF -> AtomicFile.write(to, SheetMusic.pdf(score, title));
      case SVG -> AtomicFile.write(to, ScorePicture.svg(score, title));
      case CSV -> AtomicFile.write(to, NoteTable.csv(score));
      case ABC -> AtomicFile.write(to, AbcWriter.file(score, title));
      case MUSICXML -> AtomicFile.write(to, MusicXml.file(score, title));
    }
  }
}
