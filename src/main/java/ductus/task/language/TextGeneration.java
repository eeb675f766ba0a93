package ductus.task.language;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.provenance.OutputFiles;
import ductus.provenance.OutputNames;
import ductus.provenance.Provenance;
import ductus.provenance.Provenance.UsedModel;
import ductus.provenance.ProvenanceKind;
import ductus.task.Regenerator;
import ductus.task.Report;
import ductus.text.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Makes new text and its files, and makes them again. */
public final class TextGeneration implements Regenerator<TextGeneration.TextRequest> {
  private static final String TEXT = ".txt";

  /** The endings that make a name that of a file. */
  public static final List<String> ENDINGS = List.of(TEXT, OutputNames.SIDECAR);

  /** The kind of provenance that texts have. */
  public static final ProvenanceKind<TextRequest> KIND =
      ProvenanceKind.of("text", TextRequest.class, ENDINGS).asOneText();

  /**
   * A request for text.
   *
   * @param primer that it goes on from; may be empty
   * @param sampling how tokens are drawn
   * @param length tokens to draw: characters, or words and marks
   * @param seed of all chance
   */
  public record TextRequest(String primer, Sampling sampling, int length, long seed) {
    private static final int MOST = 1_000_000;

    public TextRequest {
      if (length < 1 || length > MOST) {
        throw new IllegalArgumentException(
            "length must be 1 to %d but was %d".formatted(MOST, length));
      }
    }
  }

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
   * A text that was made, for people and for programs.
   *
   * @param seed of its request
   * @param file that it was written to
   * @param provenance file beside it
   */
  public record NewText(String text, long seed, Path file, Path provenance) {
    /** The report of a new text: itself, and its files. */
    public Report report() {
      return new Report(
          this, text.stripTrailing(), List.of(), List.of("Wrote " + file, "Wrote " + provenance));
    }
  }

  /**
   * Makes a text and writes it.
   *
   * @param stem of its files
   * @throws IllegalArgumentException if the primer has characters that the model does not know
   */
  public NewText write(TextModel model, TextRequest asked, Path stem) throws IOException {
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
    OutputFiles files = new OutputFiles(stem);
    files.write(TEXT, text.getBytes(StandardCharsets.UTF_8));
    files.write(
        KIND,
        new Provenance<>(
            programVersion,
            new UsedModel(model.found().place().lastingName(), model.found().sha256()),
            kernels.name(),
            request,
            files.hashes()));
    return new NewText(text, request.seed(), files.paths().get(0), files.paths().get(1));
  }

  @Override
  public ProvenanceKind<TextRequest> kind() {
    return KIND;
  }

  @Override
  public Report again(
      Path sidecar, Provenance<TextRequest> provenance, Path stem, ReadingListener listener)
      throws BadFileException, IOException {
    TextModel model = TextModel.find(provenance.model().name());
    provenance.requireModel(sidecar, model.found().sha256());
    return write(model, provenance.request(), stem).report();
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
}
