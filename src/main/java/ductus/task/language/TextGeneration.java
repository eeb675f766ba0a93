package ductus.task.language;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.text.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Makes new text and its files, and makes them again. */
public final class TextGeneration {
  /** The endings that make a name that of a file. */
  public static final List<String> ENDINGS = List.of(".txt", ".json");

  private final String programVersion;
  private final int threads;

  /**
   * A generation of texts that say how they came about.
   *
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  public TextGeneration(String programVersion, int threads) {
    this.programVersion = programVersion;
    this.threads = threads;
  }

  /**
   * A text and its files.
   *
   * @param same whether it has the bytes of the provenance that it was made from
   */
  public record Written(String text, long seed, Path file, Path sidecar, boolean same) {}

  /**
   * Makes a text and writes it.
   *
   * @param stem of its files
   * @throws IllegalArgumentException if the primer has characters that the model does not know
   */
  public Written write(TextModel model, TextRequest asked, Path stem) throws IOException {
    TextRequest request =
        new TextRequest(
            TextFile.normalize(asked.primer()), asked.sampling(), asked.length(), asked.seed());
    model.requireKnown("primer", request.primer());
    Kernels kernels = KernelChoice.best();
    String text;
    try (Workers workers = new Workers(threads)) {
      text =
          new TextSampling(model.network(), model.encoding(), kernels, workers).draw(request)
              + "\n";
    }
    Path file = stem.resolveSibling(stem.getFileName() + ".txt");
    Path sidecar = stem.resolveSibling(stem.getFileName() + ".json");
    AtomicFile.makeFolderOf(file);
    AtomicFile.write(file, text);
    new TextProvenance(
            TextProvenance.KIND,
            programVersion,
            model.found().place().lastingName(),
            model.found().sha256(),
            kernels.name(),
            request,
            hash(text))
        .write(sidecar);
    return new Written(text, request.seed(), file, sidecar, true);
  }

  /**
   * Makes a text again.
   *
   * @param from the sidecar, named in complaints
   * @param stem of the new files
   * @throws BadFileException if the model is another one by now
   */
  public Written again(Path from, TextProvenance provenance, Path stem)
      throws BadFileException, IOException {
    TextModel model = TextModel.find(provenance.model());
    if (!model.found().sha256().equals(provenance.modelSha256())) {
      throw new BadFileException(
          from,
          "model %s is another one by now (SHA-256 %s, was %s)"
              .formatted(provenance.model(), model.found().sha256(), provenance.modelSha256()));
    }
    Written written = write(model, provenance.request(), stem);
    return new Written(
        written.text(),
        written.seed(),
        written.file(),
        written.sidecar(),
        hash(written.text()).equals(provenance.textSha256()));
  }

  /**
   * A line that goes on from a text to the end of its sentence, and what may come next.
   *
   * @param words the likeliest next words
   */
  public record Completion(String line, List<NextWords.Word> words) {
    public Completion {
      words = List.copyOf(words);
    }
  }

  /**
   * Completes a line.
   *
   * @param request whose primer is the line's beginning, and whose length does not matter
   * @param most how many next words
   */
  public Completion complete(TextModel model, TextRequest request, int most) {
    String begin = TextFile.normalize(request.primer());
    model.requireKnown("text", begin);
    Kernels kernels = KernelChoice.best();
    try (Workers workers = new Workers(threads)) {
      List<NextWords.Word> words =
          new NextWords(model.network(), model.encoding(), kernels, workers).after(begin, most);
      String line =
          new TextSampling(model.network(), model.encoding(), kernels, workers)
              .line(new TextRequest(begin, request.sampling(), request.length(), request.seed()));
      return new Completion(line, words);
    }
  }

  private static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
