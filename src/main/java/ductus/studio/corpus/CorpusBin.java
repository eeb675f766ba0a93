package ductus.studio.corpus;

import ductus.studio.bin.Bin;
import ductus.studio.bin.BinEntry;
import ductus.studio.bin.BinKind;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Throws corpora and files of them into the bin of the workspace, and takes them back. */
final class CorpusBin {
  private final Path root;
  private final Bin bin;
  private final Corpora corpora;

  CorpusBin(Workspace workspace, Corpora corpora) {
    root = workspace.root();
    bin = workspace.bin();
    this.corpora = corpora;
  }

  /**
   * What was thrown away.
   *
   * @param corpus as {@link CorpusFolder#id}
   * @param file below it, or empty for the whole corpus
   * @param number of its place in the bin, where others of its name lie too
   */
  record DiscardedCorpus(String corpus, String file, int number) {}

  /**
   * Moves a corpus, or a file of it, into the bin.
   *
   * @param piece in the file; empty for the whole corpus
   */
  DiscardedCorpus throwAway(String id, String piece) throws IOException {
    CorpusFolder folder = corpora.changeable(id);
    if (piece.isEmpty()) {
      BinEntry thrown = bin.throwAway(BinKind.CORPUS, folder.path(), List.of(""));
      return new DiscardedCorpus(id, "", thrown.number());
    }
    Path file = folder.file(piece);
    String name = String.valueOf(file.getFileName());
    int end = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    Path stem = file.resolveSibling(name.substring(0, end));
    BinEntry thrown = bin.throwAway(BinKind.CORPUS_FILE, stem, List.of(name.substring(end)));
    return new DiscardedCorpus(id, folder.name(file), thrown.number());
  }

  /**
   * Moves something back to where it was, or beside it.
   *
   * @return the corpus, or the one that has the file
   * @throws RequestException if it is not in the bin
   */
  CorpusFolder takeBack(DiscardedCorpus thrown) throws IOException {
    if (thrown.corpus() == null || thrown.file() == null) {
      throw new RequestException(400, "the request lacks corpus or file");
    }
    if (!thrown.corpus().startsWith(Corpora.OWN)) {
      throw new RequestException(403, "what ships with Ductus was never thrown away");
    }
    CorpusFolder folder = corpora.named(thrown.corpus().substring(Corpora.OWN.length()));
    Path before = thrown.file().isEmpty() ? folder.path() : folder.inside(thrown.file());
    BinEntry entry = bin.existing(thrown.number());
    if (!before.equals(root.resolve(entry.stem() + entry.endings().get(0)))) {
      throw new RequestException(404, "it is not in the bin any more");
    }
    Path back = bin.restore(entry.number());
    return thrown.file().isEmpty() ? corpora.named(String.valueOf(back.getFileName())) : folder;
  }
}
