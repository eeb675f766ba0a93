package ductus.spark.corpus;

import ductus.model.Encoding;
import ductus.spark.shard.RowColumns;
import ductus.corpus.PieceKind;
import ductus.corpus.shard.ShardRow;
import ductus.corpus.hand.ShardedHands;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.piece.ShardedPieces;

/**
 * What the pieces of a corpus are.
 *
 * @param version of their encoding
 * @param files that are read, each as a row
 * @param columns of the rows
 */
record RowKind(int version, PieceKind<ShardRow> files, RowColumns columns) {
  /** The kind of an encoding's name. */
  static RowKind of(String encoding) {
    RowColumns columns = RowColumns.of(encoding);
    if (encoding.equals(ShardedHands.ENCODING)) {
      return new RowKind(ShardedHands.VERSION, ShardedHands.rows(), columns);
    }
    MusicKind<?> music = MusicKinds.named(encoding);
    Encoding<?> tokens = music.encoding();
    return new RowKind(tokens.version(), ShardedPieces.rows(music), columns);
  }
}
