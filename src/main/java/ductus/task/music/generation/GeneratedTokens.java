package ductus.task.music.generation;

import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.generate.Generator.GeneratedSequence;
import ductus.model.Sequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Pieces as the tokens that were drawn, in a file: one machine draws them, another looks at them.
 */
public record GeneratedTokens(List<Entry> pieces) {
  public GeneratedTokens {
    pieces = List.copyOf(pieces);
  }

  /**
   * A piece.
   *
   * @param tokens from the start token on
   * @param ended whether the end token was drawn
   */
  public record Entry(List<Integer> tokens, boolean ended) {
    public Entry {
      tokens = List.copyOf(tokens);
    }

    /** The sequence that was drawn, without the side features that the network saw. */
    public GeneratedSequence drawn() {
      int[] all = tokens.stream().mapToInt(Integer::intValue).toArray();
      return new GeneratedSequence(new Sequence(all, new int[0], 0), ended);
    }
  }

  /** The tokens of drawn pieces. */
  public static GeneratedTokens of(List<? extends MusicGeneration.DrawnPiece<?>> pieces) {
    return new GeneratedTokens(
        pieces.stream()
            .map(MusicGeneration.DrawnPiece::drawn)
            .map(
                drawn ->
                    new Entry(
                        Arrays.stream(drawn.sequence().tokens()).boxed().toList(), drawn.ended()))
            .toList());
  }

  /** Writes the file. */
  public void write(Path path) throws IOException {
    JsonFile.write(path, this);
  }

  /** Reads one. */
  public static GeneratedTokens read(Path path) throws BadFileException, IOException {
    return JsonFile.read(path, GeneratedTokens.class, "a file of tokens");
  }
}
