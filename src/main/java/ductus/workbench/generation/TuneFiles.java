package ductus.workbench.generation;

import ductus.file.AtomicFile;
import ductus.file.Sha256;
import ductus.music.Score;
import ductus.music.audio.Rendering;
import ductus.music.audio.SoundBank;
import ductus.music.audio.WavRenderer;
import ductus.music.jfugue.JFugueMidi;
import ductus.music.jfugue.JFugueText;
import ductus.workbench.kind.MusicKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of one generated piece.
 *
 * @param files endings with the SHA-256 of what was written
 * @param soundBank of the WAV; empty without one
 */
public record TuneFiles(SortedMap<String, String> files, String soundBank) {
  /** Ending of the provenance sidecar. */
  public static final String SIDECAR = ".json";

  /** All that a tune's files may end in. */
  static final List<String> ENDINGS = List.of(".mid", ".jfugue", ".svg", ".wav", SIDECAR);

  /**
   * Writes MIDI, JFugue text where the kind has it, a picture and, if asked, sound.
   *
   * @param score the piece as it is written out, which may be with others
   * @param stem path without an ending
   * @param title shown above the picture
   * @param sound what to play it with as sound, if that is asked for
   */
  static <T> TuneFiles write(
      MusicKind<T> kind,
      T piece,
      Score score,
      int program,
      String title,
      Path stem,
      Optional<SoundBank> sound)
      throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    put(files, stem, ".mid", JFugueMidi.bytes(score));
    if (kind.hasText()) {
      put(files, stem, ".jfugue", JFugueText.file(score).getBytes(StandardCharsets.UTF_8));
    }
    put(files, stem, ".svg", kind.svg(piece, program, title));
    String bank = "";
    if (sound.isPresent()) {
      Path path = path(stem, ".wav");
      Rendering rendering = WavRenderer.write(score, sound.get(), path);
      files.put(".wav", Sha256.hex(Files.readAllBytes(path)));
      bank = rendering.soundBank();
    }
    return new TuneFiles(files, bank);
  }

  /**
   * Takes a stem, so that no other process writes to it: makes the sidecar, still empty.
   *
   * @return the sidecar
   * @throws java.nio.file.FileAlreadyExistsException if it is taken
   */
  static Path reserve(Path stem) throws IOException {
    Path sidecar = path(stem, SIDECAR);
    AtomicFile.makeFolderOf(sidecar);
    return Files.createFile(sidecar);
  }

  /** Deletes what a writer that was killed has left of a tune: its sidecar is still empty. */
  public static void deleteUnfinished(Path stem) throws IOException {
    Path sidecar = path(stem, SIDECAR);
    if (Files.exists(sidecar) && Files.size(sidecar) == 0) {
      delete(stem);
    }
  }

  /** Deletes what there is of a tune that could not be written to the end. */
  static void delete(Path stem) throws IOException {
    for (String ending : ENDINGS) {
      Path path = path(stem, ending);
      if (Files.isRegularFile(path)) {
        Files.delete(path);
      }
    }
  }

  /** The path of a stem with an ending. */
  public static Path path(Path stem, String ending) {
    return stem.resolveSibling(stem.getFileName() + ending);
  }

  private static void put(SortedMap<String, String> files, Path stem, String ending, byte[] bytes)
      throws IOException {
    AtomicFile.write(path(stem, ending), bytes);
    files.put(ending, Sha256.hex(bytes));
  }
}
