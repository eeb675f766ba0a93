package ductus.task.music.generation;

import ductus.file.AtomicFile;
import ductus.file.Sha256;
import ductus.music.Score;
import ductus.music.audio.SoundBank;
import ductus.music.audio.WavRenderer;
import ductus.music.audio.WavRenderer.Rendering;
import ductus.music.musicstring.JFugueText;
import ductus.music.musicstring.ScoreMidi;
import ductus.provenance.OutputNames;
import ductus.task.music.kind.MusicKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    put(files, stem, ".mid", ScoreMidi.bytes(score));
    if (kind.hasText()) {
      put(files, stem, ".jfugue", JFugueText.file(score).getBytes(StandardCharsets.UTF_8));
    }
    put(files, stem, ".svg", kind.svg(piece, program, title));
    String bank = "";
    if (sound.isPresent()) {
      Path path = OutputNames.path(stem, ".wav");
      Rendering rendering = WavRenderer.write(score, sound.get(), path);
      files.put(".wav", Sha256.hex(Files.readAllBytes(path)));
      bank = rendering.soundBank();
    }
    return new TuneFiles(files, bank);
  }

  /** Deletes what a writer that was killed has left of a tune: its sidecar is still empty. */
  public static void deleteUnfinished(Path stem) throws IOException {
    Path sidecar = OutputNames.path(stem, OutputNames.SIDECAR);
    if (Files.exists(sidecar) && Files.size(sidecar) == 0) {
      delete(stem);
    }
  }

  /** Deletes what there is of a tune that could not be written to the end. */
  static void delete(Path stem) throws IOException {
    for (String ending : OutputNames.TUNE_ENDINGS) {
      Path path = OutputNames.path(stem, ending);
      if (Files.isRegularFile(path)) {
        Files.delete(path);
      }
    }
  }

  private static void put(SortedMap<String, String> files, Path stem, String ending, byte[] bytes)
      throws IOException {
    AtomicFile.write(OutputNames.path(stem, ending), bytes);
    files.put(ending, Sha256.hex(bytes));
  }
}
