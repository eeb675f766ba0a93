package ductus.task.handwriting.page;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.render.PageFiles;
import ductus.ink.render.PageFormat;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.run.ThreadCount;
import ductus.task.handwriting.synthesis.DrawnPart;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.LineReading;
import ductus.task.handwriting.synthesis.NetworkLineWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Writes texts, or scribbles, on pages and the pages into files, with their provenance; and makes
 * them again.
 */
public final class TextWriting {
  private final String programVersion;
  private final int threads;
  private final IntConsumer reached;

  /**
   * Creates a writer of texts with any model.
   *
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  public TextWriting(String programVersion, int threads) {
    this(programVersion, threads, characters -> {});
  }

  /**
   * Creates a writer of texts with any model.
   *
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   * @param reached told now and then how many characters of a text have been drawn; where lines are
   *     broken anew, these may be more than it has
   */
  public TextWriting(String programVersion, int threads, IntConsumer reached) {
    this.programVersion = programVersion;
    this.threads = threads;
    this.reached = reached;
  }

  /** The endings that make a path the name of a file to write, the sidecar's among them. */
  public static List<String> endings() {
    return Stream.concat(
            Arrays.stream(PageFormat.values()).map(PageFormat::ending),
            Stream.of(PageFiles.SIDECAR))
        .toList();
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
    return new PageWriting(model, reader, kernels, workers, reached);
  }

  private static LineReading reader(Kernels kernels, Workers workers)
      throws BadFileException, IOException {
    return new LineReader(ReadingModels.reader(ReadingModels.SHIPPED).network(), kernels, workers)
        ::read;
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
    PageFiles files = new PageFiles(stem);
    Path sidecar = files.path(PageFiles.SIDECAR);
    AtomicFile.makeFolderOf(sidecar);
    // Taken now, so that no other process writes to the same stem.
    Files.createFile(sidecar);
    boolean whole = false;
    try {
      SortedMap<String, String> hashes =
          files.write(written.pages(), request.title(), formats, request.look());
      new WritingProvenance(
              WritingProvenance.KIND,
              programVersion,
              given,
              model.sha256(),
              KernelChoice.best().name(),
              request,
              formats.stream().map(PageFormat::label).toList(),
              written.figures(),
              hashes)
          .write(sidecar);
      whole = true;
    } finally {
      if (!whole) {
        files.delete();
        Files.deleteIfExists(sidecar);
      }
    }
    List<Path> paths = new ArrayList<>(files.written());
    paths.add(sidecar);
    return new NewPages(written.pages().size(), written.figures(), paths);
  }

  /**
   * Pages that were written again.
   *
   * @param different endings of files that did not come out with the same bytes
   */
  public record RegeneratedPages(NewPages pages, List<String> different) {
    public RegeneratedPages {
      different = List.copyOf(different);
    }
  }

  /**
   * Writes once more what a provenance file tells.
   *
   * @param sidecar where the provenance is from, named in complaints
   * @param stem where to write it
   * @throws BadFileException if the model is another one by now, or the provenance asks for what
   *     this program cannot write
   */
  public RegeneratedPages again(Path sidecar, WritingProvenance provenance, Path stem)
      throws BadFileException, IOException {
    HandModel model = provenance.model().open(provenance.request());
    if (!model.sha256().equals(provenance.modelSha256())) {
      throw new BadFileException(
          sidecar,
          "model %s or a hand added to it is another one by now (SHA-256 %s, was %s)"
              .formatted(provenance.model().model(), model.sha256(), provenance.modelSha256()));
    }
    NewPages pages;
    try {
      List<PageFormat> formats = provenance.formats().stream().map(PageFormat::parse).toList();
      pages = write(model, provenance.model(), provenance.request(), formats, stem);
    } catch (IllegalArgumentException unfit) {
      throw new BadFileException(sidecar, String.valueOf(unfit.getMessage()));
    }
    SortedMap<String, String> now =
        WritingProvenance.read(new PageFiles(stem).path(PageFiles.SIDECAR)).files();
    List<String> different = new ArrayList<>();
    provenance
        .files()
        .forEach(
            (ending, hash) -> {
              if (!hash.equals(now.get(ending))) {
                different.add(ending);
              }
            });
    return new RegeneratedPages(pages, different);
  }
}
