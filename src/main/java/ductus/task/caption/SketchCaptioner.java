package ductus.task.caption;

import ductus.file.BadFileException;
import ductus.generate.translation.TranslationCandidate;
import ductus.generate.translation.TranslationSearch;
import ductus.ink.Handwriting;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.caption.CaptionConfig;
import ductus.model.caption.CaptionNetwork;
import ductus.model.caption.PictureBatch;
import ductus.model.place.FoundModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Says what sketches show, by a network. */
public final class SketchCaptioner {
  /** Name of the model that ships. */
  public static final String SHIPPED = "sketches";

  /** Width of the search where none is asked for. */
  public static final int USUAL_BEAM = 4;

  /** Sketches that are looked at side by side. */
  private static final int TOGETHER = 16;

  private final TranslationSearch<PictureBatch> search;

  /**
   * A captioner with an opened model.
   *
   * @param beam beginnings that the search follows, and captions that it finds at most
   */
  public SketchCaptioner(
      ModelFile<CaptionConfig, CaptionNetwork> model, int beam, Workers workers) {
    search = new TranslationSearch<>(model.network(), beam, KernelChoice.best(), workers);
  }

  /**
   * Finds a model.
   *
   * @param nameOrPath the shipped name, a model file, or a run's folder
   */
  public static FoundModel find(String nameOrPath) throws BadFileException, IOException {
    return FoundModel.find(nameOrPath, List.of(SHIPPED));
  }

  /** Opens a model that was found. */
  public static ModelFile<CaptionConfig, CaptionNetwork> open(FoundModel found)
      throws BadFileException {
    return found.open(CaptionNetwork.KIND).requireFitting(found.path(), SketchView.VERSION, true);
  }

  /**
   * Says what sketches show, each as if it were alone.
   *
   * @param sketches of a stroke or more each
   * @return of each the captions that were found, the likeliest first; at least one
   */
  public List<List<TranslationCandidate>> caption(List<Handwriting> sketches) {
    List<List<TranslationCandidate>> all = new ArrayList<>();
    for (int from = 0; from < sketches.size(); from += TOGETHER) {
      all.addAll(
          search.translate(
              new PictureBatch(
                  sketches.subList(from, Math.min(from + TOGETHER, sketches.size())).stream()
                      .map(SketchView::of)
                      .toList())));
    }
    return all;
  }
}
