package ductus.task.strokerecovery;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.format.NumberText;
import ductus.ink.Handwriting;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.Page.PlacedWord;
import ductus.ink.page.Paper;
import ductus.ink.render.PageFiles;
import ductus.ink.render.PageFormat;
import ductus.ink.render.RenderSettings;
import ductus.ink.scan.ScannedPaper;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import ductus.provenance.OutputFiles;
import ductus.provenance.Provenance;
import ductus.provenance.Provenance.UsedModel;
import ductus.provenance.ProvenanceKind;
import ductus.task.Regenerator;
import ductus.task.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Draws pictures of letters with a pen, into files with their provenance; and draws them again. */
public final class PictureDrawing implements Regenerator<PictureDrawing.RequestedDrawing> {
  /** The kind of provenance that drawings have. */
  public static final ProvenanceKind<RequestedDrawing> KIND =
      ProvenanceKind.spread("drawing", RequestedDrawing.class, PageFiles.endings());

  /** The longer side of the paper, in mm; the picture fills it. */
  private static final double LONGER_SIDE = 100;

  /** The shorter side is this long at least. */
  private static final double SHORTEST = 20;

  /** The broadest nib, in mm. */
  private static final double BROADEST = 10;

  /**
   * A request for a drawing: the picture to draw, and how.
   *
   * @param picture the PNG file, absolute
   * @param pictureSha256 of it
   * @param look ink and nib
   * @param seed decides all chance
   */
  public record DrawingRequest(
      String picture, String pictureSha256, RenderSettings look, long seed) {}

  private final String programVersion;
  private final int threads;

  /**
   * A drawing that was asked for.
   *
   * @param formats names of the formats of its files
   */
  public record RequestedDrawing(DrawingRequest request, List<String> formats) {
    public RequestedDrawing {
      formats = List.copyOf(formats);
    }
  }

  /**
   * Creates a drawing with any model.
   *
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  public PictureDrawing(String programVersion, int threads) {
    this.programVersion = programVersion;
    this.threads = threads;
  }

  /**
   * A drawing that was written, for people and for programs.
   *
   * @param strokes how many
   * @param points of all strokes
   * @param overlap with the picture, see {@link ductus.ink.tracing.PictureSimilarity}
   * @param files all that were written, the sidecar last
   */
  public record NewDrawing(int strokes, int points, double overlap, List<Path> files) {
    public NewDrawing {
      files = List.copyOf(files);
    }

    /** The report of a new drawing: its files, and how like the picture it is. */
    public Report report() {
      String figures =
          String.format(
              Locale.ROOT,
              "%s, %s; %.0f %% of the ink of picture and drawing is in both",
              NumberText.count(strokes, "stroke"),
              NumberText.count(points, "point"),
              100 * overlap);
      return new Report(
          this,
          files.stream().map(Path::toString).collect(Collectors.joining(System.lineSeparator())),
          List.of(),
          List.of(figures));
    }
  }

  /**
   * Draws a picture and writes it.
   *
   * @param look for a nib, in mm, as broad as the picture's lines
   * @param stem path without an ending
   * @throws BadFileException if the picture cannot be used
   */
  public NewDrawing write(
      FoundModel model,
      Path picture,
      DoubleFunction<RenderSettings> look,
      long seed,
      List<PageFormat> formats,
      Path stem)
      throws BadFileException, IOException {
    ScannedPaper paper = ScannedPaper.read(picture);
    String hash = Sha256.hex(Files.readAllBytes(picture));
    Kernels kernels = KernelChoice.best();
    LetterTracer.Traced traced;
    try (Workers workers = new Workers(threads)) {
      LetterTracer tracer =
          new LetterTracer(
              LetterTracer.open(model).network(), LetterTracer.USUAL_TRIES, kernels, workers);
      traced = new PaperTracer(tracer).trace(paper, seed);
    }
    if (traced.strokes().strokes().isEmpty()) {
      throw new BadFileException(
          picture, "the network drew nothing: it sees no writing there; try another --seed");
    }
    double scale = LONGER_SIDE / Math.max(paper.width(), paper.height());
    double nib = scale * traced.likeness().nib();
    RenderSettings settings = look.apply(Math.min(BROADEST, nib));
    DrawingRequest request =
        new DrawingRequest(picture.toAbsolutePath().normalize().toString(), hash, settings, seed);
    Page page = page(paper, traced.strokes(), scale);
    return files(model, request, page, traced, formats, stem);
  }

  private static Page page(ScannedPaper seen, Handwriting strokes, double scale) {
    Handwriting placed =
        strokes.map(
            p ->
                p.moved(
                    within(scale * p.x(), scale * seen.width()),
                    within(scale * p.y(), scale * seen.height())));
    Paper paper =
        Paper.of(
            Math.max(SHORTEST, scale * seen.width()), Math.max(SHORTEST, scale * seen.height()));
    PlacedWord word = new PlacedWord("", placed.strokes());
    return new Page(1, paper, List.of(), List.of(new PlacedLine(0, List.of(word))));
  }

  private static double within(double place, double length) {
    return Math.max(0, Math.min(length, place));
  }

  private NewDrawing files(
      FoundModel model,
      DrawingRequest request,
      Page page,
      LetterTracer.Traced traced,
      List<PageFormat> formats,
      Path stem)
      throws IOException {
    OutputFiles files = new OutputFiles(stem);
    files.write(
        KIND,
        () -> {
          String title = "Drawing, seed " + request.seed();
          PageFiles.write(List.of(page), title, formats, request.look(), files::writeNew);
          List<String> labels = formats.stream().map(PageFormat::label).toList();
          return new Provenance<>(
              programVersion,
              new UsedModel(model.place().lastingName(), model.sha256()),
              KernelChoice.best().name(),
              new RequestedDrawing(request, labels),
              files.hashes());
        });
    return new NewDrawing(
        traced.strokes().strokes().size(),
        traced.strokes().points(),
        traced.likeness().overlap(),
        files.paths());
  }

  @Override
  public ProvenanceKind<RequestedDrawing> kind() {
    return KIND;
  }

  @Override
  public Report again(
      Path sidecar, Provenance<RequestedDrawing> provenance, Path stem, ReadingListener listener)
      throws BadFileException, IOException {
    FoundModel model = LetterTracer.find(provenance.model().name());
    provenance.requireModel(sidecar, model.sha256());
    DrawingRequest request = provenance.request().request();
    Path picture = Path.of(request.picture());
    if (!Sha256.hex(Files.readAllBytes(picture)).equals(request.pictureSha256())) {
      throw new BadFileException(sidecar, "picture " + picture + " is another one by now");
    }
    List<PageFormat> formats =
        provenance.request().formats().stream().map(PageFormat::parse).toList();
    return write(model, picture, nib -> request.look(), request.seed(), formats, stem).report();
  }
}
