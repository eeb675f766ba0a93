package ductus.task.handwriting.font;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.ink.font.FontSetting;
import ductus.ink.font.HandFont;
import ductus.ink.font.HandFont.FontNames;
import ductus.ink.font.LetterForm;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.provenance.OutputFiles;
import ductus.provenance.Provenance;
import ductus.provenance.Provenance.UsedModel;
import ductus.provenance.ProvenanceKind;
import ductus.run.ThreadCount;
import ductus.task.Regenerator;
import ductus.task.Report;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.NetworkLineWriter;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;

/** Writes hands as fonts, with their provenance; and makes them again. */
public final class FontWriting implements Regenerator<FontWriting.FontRequest> {
  /** The kind of provenance that fonts have. */
  public static final ProvenanceKind<FontRequest> KIND =
      ProvenanceKind.of("font", FontRequest.class, FontFormat.endings());

  /** Most forms of a character. */
  public static final int MOST_FORMS = 8;

  private final String programVersion;
  private final int threads;

  /**
   * A font that is asked for.
   *
   * @param family name that programs list it by
   * @param format name of the format
   * @param forms of each character, 1 to {@value #MOST_FORMS}
   * @param nib width of the pen, x-heights
   * @param seed decides all chance
   */
  public record FontRequest(
      String hand,
      PenManner manner,
      String family,
      String format,
      int forms,
      double nib,
      long seed) {
    public FontRequest {
      if (forms < 1 || forms > MOST_FORMS) {
        throw new IllegalArgumentException(
            "forms must be 1 to %d but was %d".formatted(MOST_FORMS, forms));
      }
      if (family.isBlank() || family.length() > 60 || family.matches(".*\\p{Cntrl}.*")) {
        throw new IllegalArgumentException(
            "family must be a name of 1 to 60 characters but was \"%s\"".formatted(family));
      }
    }
  }

  /**
   * A font that was written.
   *
   * @param joined letters that are joined to their neighbors
   * @param files the sidecar last
   */
  public record NewFont(
      long seed, String hand, int characters, int forms, int joined, List<Path> files) {
    public NewFont {
      files = List.copyOf(files);
    }

    /** The font for people. */
    public Report report() {
      return new Report(
          this,
          files.get(0)
              + String.format(
                  Locale.ROOT,
                  "  %d characters%s%s",
                  characters,
                  forms > 1 ? String.format(Locale.ROOT, ", %d forms of each", forms) : "",
                  joined > 0 ? String.format(Locale.ROOT, ", %d letters joined", joined) : ""));
    }
  }

  /**
   * Creates a writer of fonts.
   *
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  public FontWriting(String programVersion, int threads) {
    this.programVersion = programVersion;
    this.threads = threads;
  }

  /**
   * Writes a font and its provenance: both, or, if that fails, none.
   *
   * @param given model and added hands as the user named them
   * @param stem path without an ending
   * @param listener told how many rounds of drawing are done
   */
  public NewFont write(
      HandModel model,
      ModelReference given,
      FontRequest request,
      Path stem,
      ReadingListener listener)
      throws BadFileException, IOException {
    FontFormat format = FontFormat.parse(request.format());
    SortedMap<Integer, List<LetterForm>> letters = letters(model, request, listener);
    HandSource source = HandSource.of(given, request.hand());
    HandFont font =
        FontSetting.font(new FontNames(request.family(), source.text(), source.license()), letters);
    byte[] bytes = format.bytes(font, request.nib());
    OutputFiles files = new OutputFiles(stem);
    files.write(
        KIND,
        () -> {
          files.writeNew(format.ending(), bytes);
          return new Provenance<>(
              programVersion,
              new UsedModel(given.model(), given.hands(), model.sha256()),
              KernelChoice.best().name(),
              request,
              files.hashes());
        });
    int joined =
        (int)
            letters.values().stream()
                .map(forms -> forms.get(0))
                .filter(letter -> letter.entry() != null && letter.exit() != null)
                .count();
    return new NewFont(
        request.seed(), request.hand(), letters.size(), request.forms(), joined, files.paths());
  }

  private SortedMap<Integer, List<LetterForm>> letters(
      HandModel model, FontRequest request, ReadingListener listener) {
    Kernels kernels = KernelChoice.best();
    int hidden = model.network().config().hiddenSize();
    try (Workers workers =
        new Workers(ThreadCount.of(hidden, NetworkLineWriter.AT_A_TIME, threads))) {
      return new FontLetters(
              model, StyleChoice.of(request.hand()), request.manner(), kernels, workers)
          .draw(request.forms(), request.seed(), listener);
    }
  }

  @Override
  public ProvenanceKind<FontRequest> kind() {
    return KIND;
  }

  @Override
  public Report again(
      Path sidecar, Provenance<FontRequest> provenance, Path stem, ReadingListener listener)
      throws BadFileException, IOException {
    ModelReference given = ModelReference.of(provenance.model());
    FontRequest request = provenance.request();
    HandModel model = given.open(Set.of(request.hand()));
    provenance.requireModel(sidecar, model.sha256());
    return write(model, given, request, stem, listener).report();
  }
}
