package ductus.studio.corpus;

import ductus.file.AtomicFile;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Throws corpora and files of them into the bin of the workspace, and takes them back. */
final class CorpusBin {
  private final Workspace workspace;
  private final Corpora corpora;

  CorpusBin(Workspace workspace, Corpora corpora) {
    this.workspace = workspace;
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
  synchronized DiscardedCorpus throwAway(String id, String piece) throws IOException {
    CorpusFolder folder = corpora.changeable(id);
    Path from = piece.isEmpty() ? folder.path() : folder.file(piece);
    String file = piece.isEmpty() ? "" : folder.name(from);
    int number = 1;
    while (Files.exists(place(folder, file, number))) {
      number++;
    }
    Path to = place(folder, file, number);
    AtomicFile.makeFolderOf(to);
    Files.move(from, to);
    return new DiscardedCorpus(id, file, number);
  }

  /**
   * Moves something back to where it was.
   *
   * @throws RequestException if it is not in the bin, or something else has its place
   */
  synchronized CorpusFolder takeBack(DiscardedCorpus thrown) throws IOException {
    if (thrown.corpus() == null || thrown.file() == null) {
      throw new RequestException(400, "the request lacks corpus or file");
    }
    if (!thrown.corpus().startsWith(Corpora.OWN)) {
      throw new RequestException(403, "what ships with Ductus was never thrown away");
    }
    CorpusFolder folder = corpora.named(thrown.corpus().substring(Corpora.OWN.length()));
    String file = thrown.file().isEmpty() ? "" : folder.name(folder.inside(thrown.file()));
    Path from = place(folder, file, thrown.number());
    Path to = folder.path().resolve(file);
    if (!Files.exists(from)) {
      throw new RequestException(404, "it is not in the bin any more");
    }
    if (Files.exists(to)) {
      throw new RequestException(409, "there is a " + workspace.name(to) + " already");
    }
    AtomicFile.makeFolderOf(to);
    Files.move(from, to);
    return folder;
  }

  /** Whole corpora and single files lie apart; none can be taken for the other. */
  private Path place(CorpusFolder folder, String file, int number) {
    Path bin = workspace.bin().resolve(file.isEmpty() ? "corpora" : "corpus-files");
    return bin.resolve(Integer.toString(number)).resolve(folder.name()).resolve(file);
  }
}
