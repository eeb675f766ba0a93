package ductus.task.music.piece;

import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.corpus.PieceKind;
import ductus.corpus.ScoreFile;
import ductus.corpus.shard.CorpusManifest;
import ductus.corpus.shard.ShardRow;
import ductus.corpus.shard.ShardStore;
import ductus.corpus.shard.TuneContent;
import ductus.file.BadFileException;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.kind.PackedPiece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pieces of music as rows of a sharded corpus, and back. */
public final class ShardedPieces {
  /** Stands between a file and the number of a tune in it. */
  private static final char NUMBER = '#';

  private ShardedPieces() {}

  /** The files of a kind, each read as a row; what is refused is refused for the same reasons. */
  public static <T> PieceKind<ShardRow> rows(MusicKind<T> kind) {
    return ScoreFile.KIND.as(file -> row(kind, file), ShardRow::hash);
  }

  private static <T> ShardRow row(MusicKind<T> kind, Path file)
      throws BadFileException, IOException {
    MusicPiece<T> piece = kind.read(file);
    T music = piece.music();
    Optional<PackedPiece> packed = PackedPiece.of(kind, piece);
    TuneContent content =
        packed.isPresent()
            ? TuneContent.ofTokens(
                piece.dance(), kind.quartersPerMinute(music), kind.encoding().tokens(music))
            : TuneContent.ofSource(piece.dance(), Files.readAllBytes(book(file)));
    return new ShardRow(file.toString(), piece.hash(), content);
  }

  /** The file of a tune that is one of several. */
  private static Path book(Path file) {
    String name = file.toString();
    return Files.exists(file) ? file : Path.of(name.substring(0, name.lastIndexOf(NUMBER)));
  }

  /**
   * The pieces of a sharded corpus, each read when it is needed.
   *
   * @return empty if the folder is none
   * @throws BadFileException if it is broken, or of another encoding
   */
  public static <T> Optional<Corpus<MusicPiece<T>>> open(MusicKind<T> kind, Path folder)
      throws BadFileException, IOException {
    if (!CorpusManifest.isIn(folder)) {
      return Optional.empty();
    }
    CorpusManifest manifest = CorpusManifest.read(folder);
    Encoding<T> encoding = kind.encoding();
    boolean isMusic = MusicKinds.find(manifest.encoding()).isPresent();
    manifest.requireEncoding(
        folder,
        encoding.name(),
        encoding.version(),
        isMusic ? "say --encoding " + manifest.encoding() : "'ductus hand train' learns from it");
    ShardStore store = ShardStore.open(folder, manifest);
    Path source = Path.of(manifest.folder().replaceFirst("^\\w+:/+", "/"));
    List<Piece<MusicPiece<T>>> pieces = new ArrayList<>();
    store.visit(
        (group, index, row) -> {
          Path file = source.resolve(row.path());
          MusicPiece<T> piece =
              MusicPiece.of(
                  row.hash(),
                  ((TuneContent) row.content()).dance(),
                  () -> music(kind, file, content(store, group, index)));
          pieces.add(new Piece<>(file, row.hash(), piece));
        });
    if (pieces.size() != manifest.counts().pieces()) {
      throw new BadFileException(
          folder,
          "its manifest says %d pieces but the shards have %d"
              .formatted(manifest.counts().pieces(), pieces.size()));
    }
    return Optional.of(Corpus.of(pieces));
  }

  /** The manifest said that the rows are of music. */
  private static TuneContent content(ShardStore store, int group, int index) {
    return (TuneContent) store.row(group, index).content();
  }

  private static <T> T music(MusicKind<T> kind, Path file, TuneContent content) {
    if (content.source().length > 0) {
      return parsed(kind, file, content.source());
    }
    T music = kind.encoding().decode(new Sequence(content.tokens(), new int[0], 0));
    return kind.withTempo(music, content.quartersPerMinute());
  }

  /** Readers read files: the content becomes one again, of the same name. */
  private static <T> T parsed(MusicKind<T> kind, Path file, byte[] source) {
    try {
      Path folder = Files.createTempDirectory("ductus");
      String name = String.valueOf(file.getFileName());
      Path copy = folder.resolve(name.replaceFirst("(?i)(\\.abc)#\\d+$", "$1"));
      try {
        Files.write(copy, source);
        return kind.read(folder.resolve(name)).music();
      } finally {
        Files.deleteIfExists(copy);
        Files.delete(folder);
      }
    } catch (BadFileException | IOException unreadable) {
      throw new UncheckedIOException(
          new IOException(file + ": cannot be read from its shard", unreadable));
    }
  }
}
