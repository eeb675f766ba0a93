package ductus.corpus.hand;

import ductus.corpus.PieceKind;
import ductus.corpus.shard.CorpusManifest;
import ductus.corpus.shard.ShardRow;
import ductus.corpus.shard.ShardStore;
import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Hands as rows of a sharded corpus, and back. */
public final class ShardedHands {
  /** What a manifest calls pieces of this kind. */
  public static final String ENCODING = "hands";

  /** Version of their columns. */
  public static final int VERSION = 1;

  private ShardedHands() {}

  /** Files of hands, each read as a row; what is refused is refused for the same reasons. */
  public static PieceKind<ShardRow> rows() {
    return new PieceKind<>(
        "hand", FileHand.NAMES, FileHand::isOne, ShardedHands::row, ShardRow::hash);
  }

  private static ShardRow row(Path file) throws BadFileException, IOException {
    FileHand hand = FileHand.read(file);
    return new ShardRow(
        file.toString(), HandFolder.digest(List.of(hand.hand())), HandContent.of(hand));
  }

  /**
   * The hands of a sharded corpus, in the order of their files' names.
   *
   * @throws BadFileException if it is broken, or no corpus of hands
   */
  static Collection<FileHand> open(Path folder) throws BadFileException, IOException {
    CorpusManifest manifest = CorpusManifest.read(folder);
    manifest.requireEncoding(folder, ENCODING, VERSION, "'ductus train' learns from it");
    TreeMap<String, FileHand> hands = new TreeMap<>();
    ShardStore.open(folder, manifest)
        .visit((group, index, row) -> hands.put(row.path(), ((HandContent) row.content()).hand()));
    return hands.values();
  }
}
