package ductus.corpus;

import ductus.file.BadFileException;
import ductus.music.ScoreHash;
import ductus.music.frames.FrameScore;
import ductus.music.frames.FrameSets;
import ductus.music.frames.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sets of frames in a JSON file as a corpus, with the split that the file gives. */
public final class FrameSetsCorpus {
  private static final String ENDING = ".json";
  private static final Set<String> HELD_OUT = Set.of("valid", "validation");
  private static final String TEST = "test";

  private FrameSetsCorpus() {}

  /** Whether a file is one of sets in JSON, by its name. */
  public static boolean isOne(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /**
   * Reads a JSON file: its split "valid" is held out, its split "test" not looked at.
   *
   * @return empty if the file is none
   */
  public static Optional<Corpus<Frames>> read(Path file) throws BadFileException, IOException {
    if (!isOne(file)) {
      return Optional.empty();
    }
    List<Piece<Frames>> training = new ArrayList<>();
    List<Piece<Frames>> validation = new ArrayList<>();
    for (Map.Entry<String, List<Frames>> split : FrameSets.read(file).splits().entrySet()) {
      if (!split.getKey().equals(TEST)) {
        (HELD_OUT.contains(split.getKey()) ? validation : training)
            .addAll(pieces(file, split.getKey(), split.getValue()));
      }
    }
    return Optional.of(Corpus.of(training, validation));
  }

  /** The pieces of one split, each with the hash by which models know what they learned. */
  public static List<Piece<Frames>> pieces(Path file, String split, List<Frames> all) {
    List<Piece<Frames>> pieces = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Path place = Path.of(String.format(Locale.ROOT, "%s#%s-%d", file, split, i + 1));
      String hash = ScoreHash.of(FrameScore.score(all.get(i), FrameScore.PIANO, FrameScore.LOUD));
      pieces.add(new Piece<>(place, hash, all.get(i)));
    }
    return pieces;
  }
}
