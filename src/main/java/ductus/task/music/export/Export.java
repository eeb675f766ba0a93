package ductus.task.music.export;

import ductus.corpus.FolderFiles;
import ductus.corpus.LeftOut;
import ductus.corpus.PieceKind;
import ductus.corpus.ReadingListener;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.file.Reasons;
import ductus.music.Score;
import ductus.music.audio.SoundBank;
import ductus.task.music.report.ScoreReport;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files and folders of scores written in another format. What cannot be read or said is left out; a
 * file that cannot be written ends the export.
 *
 * @param written in the order of the inputs
 * @param leftOut inputs that came to nothing, and why
 */
public record Export(List<Written> written, List<LeftOut> leftOut) {
  /** A file and what it was made from. */
  public record Written(Path input, Path output) {}

  /**
   * Exports.
   *
   * @param inputs files, or folders: every MIDI, ABC and MusicXML file in them and below, but those
   *     that are of the format already. Of files of one name, MIDI counts before ABC and ABC before
   *     MusicXML
   * @param bank for sound
   * @param out a file or a folder, whose files are replaced; empty for new names in {@code
   *     generated/}
   * @throws BadFileException if a folder has nothing to export
   * @throws IllegalArgumentException if {@code out} does not fit
   * @throws IOException if a file cannot be written
   */
  public static Export run(
      List<Path> inputs,
      ExportFormat format,
      SoundBank bank,
      Optional<Path> out,
      ReadingListener listener)
      throws BadFileException, IOException {
    List<LeftOut> leftOut = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        FolderFiles found = FolderFiles.find(input, kind(format), listener);
        files.addAll(found.files());
        leftOut.addAll(found.unreadable());
      } else {
        files.addAll(kind(format).choice().of(List.of(input), listener));
      }
    }
    Run run = new Run(format, bank, new ExportPlace(format, out, files.size()));
    run.leftOut.addAll(leftOut);
    for (int i = 0; i < files.size(); i++) {
      run.export(files.get(i));
      listener.progress(i + 1, files.size());
    }
    return new Export(List.copyOf(run.written), List.copyOf(run.leftOut));
  }

  private static PieceKind<Score> kind(ExportFormat format) {
    return switch (format) {
      case MIDI -> ScoreFile.BUT_MIDI;
      case ABC -> ScoreFile.BUT_ABC;
      case MUSICXML -> ScoreFile.BUT_MUSICXML;
      default -> ScoreFile.KIND;
    };
  }

  /** One export on its way. */
  private static final class Run {
    private final ExportFormat format;
    private final SoundBank bank;
    private final ExportPlace place;
    private final List<Written> written = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    Run(ExportFormat format, SoundBank bank, ExportPlace place) {
      this.format = format;
      this.bank = bank;
      this.place = place;
    }

    void export(Path input) throws IOException {
      Score score;
      try {
        score = ScoreFile.read(input);
      } catch (BadFileException | IOException | RuntimeException e) {
        leftOut.add(new LeftOut(input, Reasons.of(e)));
        return;
      }
      Path output = place.next(input);
      if (!place.isOneFile() && Files.exists(output) && Files.isSameFile(input, output)) {
        leftOut.add(new LeftOut(input, "would be replaced by its own export: name another folder"));
        return;
      }
      try {
        format.write(score, ScoreReport.title(input, score), bank, output);
        written.add(new Written(input, output));
      } catch (IllegalArgumentException e) {
        leftOut.add(new LeftOut(input, Reasons.of(e)));
      } catch (IOException e) {
        FileSystemException named = new FileSystemException(output.toString(), null, Reasons.of(e));
        named.initCause(e);
        throw named;
      }
    }
  }
}
