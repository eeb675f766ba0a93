package ductus.task.handwriting.page;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.render.PageFiles;
import ductus.ink.render.PageFormat;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.provenance.FormerFiles;
import ductus.provenance.OutputFiles;
import ductus.provenance.Provenance;
import ductus.provenance.Provenance.UsedModel;
import ductus.provenance.ProvenanceKind;
import ductus.run.ThreadCount;
import ductus.task.Regenerator;
import ductus.task.Report;
import ductus.task.handwriting.page.PageWriting.WrittenPages;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.LineMemory;
import ductus.task.handwriting.synthesis.NetworkLineWriter;
import ductus.task.handwriting.synthesis.NetworkLineWriter.DrawnPart;
import ductus.task.handwriting.synthesis.NetworkLineWriter.LineReading;
import ductus.task.handwriting.synthesis.WritingFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Writes texts, or scribbles, on pages and the pages into files, with their provenance; and makes
 * them again.
 */
public final class TextWriting implements Regenerator<TextWriting.RequestedPages> {
  /** The kind of provenance that written pages have. */
  public static final ProvenanceKind<RequestedPages> KIND =
      ProvenanceKind.spread("handwriting", RequestedPages.class, PageFiles.endings());

  private final String programVersion;
  private final int threads;
  private final LineMemory memory;
  private final IntConsumer reached;

  /**
   * Pages that were asked for.
   *
   * @param formats names of the formats of their files
   * @param figures how the writing went
   */
  public record RequestedPages(
      WritingRequest request, List<String> formats, WritingFigures figures) {
    public RequestedPages {
      formats = List.copyOf(formats);
    }
  }

  /**
   * Creates a writer of texts with any model.
   *
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  public TextWriting(String programVersion, int threads) {
    this(programVersion, threads, LineMemory.none(), characters -> {});
  }

  /**
   * Creates a writer of texts with any model.
   *
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   * @param memory of lines that were written before, which are not drawn again
   * @param reached told now and then how many characters of a text have been drawn; where lines are
   *     broken anew, these may be more than it has
   */
  public TextWriting(String programVersion, int threads, LineMemory memory, IntConsumer reached) {
    this.memory = memory;
    this.programVersion = programVersion;
    this.threads = threads;
    this.reached = reached;
  }

  /**
   * Pages that are not in files.
   *
   * @throws BadFileException if the reader that checks them cannot be used
   */
  public WrittenPages pages(HandModel model, WritingRequest request)
      throws BadFileException, IOException {
    int hidden = model.network().config().hiddenSize();
    boolean free = model.network().window().isEmpty();
    int lines =
        free
            ? Scribbling.lines(request)
            : Math.max(1, request.text().length() / NetworkLineWriter.LONGEST_PART);
    Kernels kernels = KernelChoice.best();
    try (Workers workers =
        new Workers(
            ThreadCount.of(hidden, Math.min(lines, NetworkLineWriter.AT_A_TIME), threads))) {
      if (free) {
        return Scribbling.write(model, request, kernels, workers);
      }
      return writing(model, request, kernels, workers).write(request);
    }
  }

  /**
   * Draws the lines of a text without files, and gives the parts that they are drawn in, from top
   * to bottom.
   *
   * @throws BadFileException as {@link #pages}
   */
  public List<DrawnPart> drawn(HandModel model, WritingRequest request)
      throws BadFileException, IOException {
    Kernels kernels = KernelChoice.best();
    int lines = Math.max(1, request.text().length() / NetworkLineWriter.LONGEST_PART);
    int hidden = model.network().config().hiddenSize();
    try (Workers workers =
        new Workers(
            ThreadCount.of(hidden, Math.min(lines, NetworkLineWriter.AT_A_TIME), threads))) {
      return writing(model, request, kernels, workers).drawn(request);
    }
  }

  private PageWriting writing(
      HandModel model, WritingRequest request, Kernels kernels, Workers workers)
      throws BadFileException, IOException {
    Optional<LineReading> reader =
        request.checked() ? Optional.of(reader(kernels, workers)) : Optional.empty();
    return new PageWriting(model, reader, kernels, workers, memory, reached);
  }

  private static LineReading reader(Kernels kernels, Workers workers)
      throws BadFileException, IOException {
    return ReadingModels.judge(kernels, workers)::read;
  }

  /**
   * Writes what is requested: all files, or, if that fails, none.
   *
   * @param given model and added hands as the user named them
   * @param stem path without an ending
   */
  public NewPages write(
      HandModel model,
      ModelReference given,
      WritingRequest request,
      List<PageFormat> formats,
      Path stem)
      throws BadFileException, IOException {
    WrittenPages written = pages(model, request);
    OutputFiles files = new OutputFiles(stem);
    files.write(
        KIND,
        () -> {
          PageFiles.write(
              written.pages(), request.title(), formats, request.look(), files::writeNew);
          List<String> labels = formats.stream().map(PageFormat::label).toList();
          return new Provenance<>(
              programVersion,
              new UsedModel(given.model(), given.hands(), model.sha256()),
              KernelChoice.best().name(),
              new RequestedPages(request, labels, written.figures()),
              files.hashes());
        });
    return new NewPages(
        request.seed(),
        request.style().toString(),
        written.pages().size(),
        written.figures(),
        formats.stream()
            .flatMap(format -> format.travel(written.pages(), request.look()).stream())
            .findFirst()
            .orElse(null),
        files.paths());
  }

  /**
   * Whether the files of a request are there already.
   *
   * @throws BadFileException if something else is there, or the files were changed
   */
  public boolean isThere(
      HandModel model, WritingRequest request, List<PageFormat> formats, Path stem)
      throws BadFileException, IOException {
    List<String> labels = formats.stream().map(PageFormat::label).toList();
    return FormerFiles.areThere(
        KIND,
        stem,
        former ->
            former.model().sha256().equals(model.sha256())
                && former.request().request().equals(request)
                && former.request().formats().equals(labels));
  }

  @Override
  public ProvenanceKind<RequestedPages> kind() {
    return KIND;
  }

  @Override
  public Report again(
      Path sidecar, Provenance<RequestedPages> provenance, Path stem, ReadingListener listener)
      throws BadFileException, IOException {
    ModelReference given = ModelReference.of(provenance.model());
    WritingRequest request = provenance.request().request();
    HandModel model = given.open(request);
    provenance.requireModel(sidecar, model.sha256());
    List<PageFormat> formats =
        provenance.request().formats().stream().map(PageFormat::parse).toList();
    return write(model, given, request, formats, stem).report();
  }
}
