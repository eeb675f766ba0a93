package ductus.task.strokerecovery;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.ink.Handwriting;
import ductus.ink.page.Page;
import ductus.ink.page.Paper;
import ductus.ink.page.PlacedLine;
import ductus.ink.page.PlacedWord;
import ductus.ink.render.PageFiles;
import ductus.ink.render.PageFormat;
import ductus.ink.render.RenderSettings;
import ductus.ink.tracing.PictureFile;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Draws pictures of letters with a pen, into files with their provenance; and draws them again. */
public final class PictureDrawing {
  /** The longer side of the paper, in mm; the picture fills it. */
  private static final double LONGER_SIDE = 100;

  /** The shorter side is this long at least. */
  private static final double SHORTEST = 20;

  /** The broadest nib, in mm. */
  private static final double BROADEST = 10;

  private final String programVersion;
  private final int threads;

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
   * A drawing and its files.
   *
   * @param strokes how many
   * @param points of all strokes
   * @param overlap with the picture, see {@link ductus.ink.tracing.PictureSimilarity}
   * @param files all that were written, the sidecar last
   * @param different endings of files that have other bytes than those of the provenance
   */
  public record Written(
      int strokes, int points, double overlap, List<Path> files, List<String> different) {
    public Written {
      files = List.copyOf(files);
      different = List.copyOf(different);
    }
  }

  /**
   * Draws a picture and writes it.
   *
   * @param look for a nib, in mm, as broad as the picture's lines
   * @param stem path without an ending
   * @throws BadFileException if the picture cannot be used
   */
  public Written write(
      FoundModel model,
      Path picture,
      DoubleFunction<RenderSettings> look,
      long seed,
      List<PageFormat> formats,
      Path stem)
      throws BadFileException, IOException {
    PictureFile file = PictureFile.read(picture);
    String hash = Sha256.hex(Files.readAllBytes(picture));
    Kernels kernels = KernelChoice.best();
    LetterTracer.Traced traced;
    try (Workers workers = new Workers(threads)) {
      LetterTracer tracer =
          new LetterTracer(
              LetterTracer.open(model).network(), LetterTracer.USUAL_TRIES, kernels, workers);
      traced = tracer.trace(List.of(file.picture()), seed).get(0);
    }
    if (traced.strokes().strokes().isEmpty()) {
      throw new BadFileException(
          picture, "the network drew nothing: it sees no letter there; try another --seed");
    }
    double scale = LONGER_SIDE / Math.max(file.width(), file.height());
    double nib = scale * traced.likeness().nib() / file.frame().scale();
    RenderSettings settings = look.apply(Math.min(BROADEST, nib));
    DrawingRequest request =
        new DrawingRequest(picture.toAbsolutePath().normalize().toString(), hash, settings, seed);
    Page page = page(file, traced.strokes(), scale);
    return files(model, request, page, traced, formats, stem);
  }

  private static Page page(PictureFile file, Handwriting strokes, double scale) {
    Handwriting placed =
        file.frame()
            .fromPicture(strokes)
            .map(
                p ->
                    p.moved(
                        within(scale * p.x(), scale * file.width()),
                        within(scale * p.y(), scale * file.height())));
    Paper paper =
        Paper.of(
            Math.max(SHORTEST, scale * file.width()), Math.max(SHORTEST, scale * file.height()));
    PlacedWord word = new PlacedWord("", placed.strokes());
    return new Page(1, paper, List.of(), List.of(new PlacedLine(0, List.of(word))));
  }

  private static double within(double place, double length) {
    return Math.max(0, Math.min(length, place));
  }

  private Written files(
      FoundModel model,
      DrawingRequest request,
      Page page,
      LetterTracer.Traced traced,
      List<PageFormat> formats,
      Path stem)
      throws IOException {
    PageFiles files = new PageFiles(stem);
    Path sidecar = files.path(PageFiles.SIDECAR);
    AtomicFile.makeFolderOf(sidecar);
    // Taken now, so that no other process writes to the same stem.
    Files.createFile(sidecar);
    boolean whole = false;
    try {
      new DrawingProvenance(
              DrawingProvenance.KIND,
              programVersion,
              model.place().lastingName(),
              model.sha256(),
              KernelChoice.best().name(),
              request,
              formats.stream().map(PageFormat::label).toList(),
              files.write(
                  List.of(page), "Drawing, seed " + request.seed(), formats, request.look()))
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
    return new Written(
        traced.strokes().strokes().size(),
        traced.strokes().points(),
        traced.likeness().overlap(),
        paths,
        List.of());
  }

  /**
   * Draws once more what a provenance file tells.
   *
   * @param sidecar where the provenance is from, named in complaints
   * @param stem where to write it
   * @throws BadFileException if model or picture are others by now
   */
  public Written again(Path sidecar, DrawingProvenance provenance, Path stem)
      throws BadFileException, IOException {
    FoundModel model = LetterTracer.find(provenance.model());
    if (!model.sha256().equals(provenance.modelSha256())) {
      throw new BadFileException(
          sidecar,
          "model %s is another one by now (SHA-256 %s, was %s)"
              .formatted(provenance.model(), model.sha256(), provenance.modelSha256()));
    }
    DrawingRequest request = provenance.request();
    Path picture = Path.of(request.picture());
    if (!Sha256.hex(Files.readAllBytes(picture)).equals(request.pictureSha256())) {
      throw new BadFileException(sidecar, "picture " + picture + " is another one by now");
    }
    List<PageFormat> formats;
    try {
      formats = provenance.formats().stream().map(PageFormat::parse).toList();
    } catch (IllegalArgumentException unfit) {
      throw new BadFileException(sidecar, String.valueOf(unfit.getMessage()));
    }
    Written written = write(model, picture, nib -> request.look(), request.seed(), formats, stem);
    DrawingProvenance now = DrawingProvenance.read(new PageFiles(stem).path(PageFiles.SIDECAR));
    List<String> different = new ArrayList<>();
    provenance
        .files()
        .forEach(
            (ending, sha256) -> {
              if (!sha256.equals(now.files().get(ending))) {
                different.add(ending);
              }
            });
    return new Written(
        written.strokes(), written.points(), written.overlap(), written.files(), different);
  }
}
