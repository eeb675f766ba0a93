package ductus.task.music.generation;

import ductus.corpus.ReadingListener;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.music.Score;
import ductus.music.audio.SoundBank;
import ductus.music.drums.Accompaniment;
import ductus.provenance.FormerFiles;
import ductus.provenance.NewNames;
import ductus.provenance.OutputFiles;
import ductus.provenance.OutputNames;
import ductus.provenance.Provenance;
import ductus.provenance.Provenance.UsedModel;
import ductus.provenance.ProvenanceKind;
import ductus.run.ThreadCount;
import ductus.task.Regenerator;
import ductus.task.Report;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Generates tunes and writes their files, each with its provenance; and makes them again. */
public final class TuneWriting implements Regenerator<TuneWriting.RequestedTune> {
  /** The kind of provenance that tunes have. */
  public static final ProvenanceKind<RequestedTune> KIND =
      ProvenanceKind.spread("music", RequestedTune.class, OutputNames.TUNE_ENDINGS).withSound();

  private final String programVersion;
  private final int threads;
  private final boolean replacing;

  /**
   * A tune among those that a request stands for.
   *
   * @param number of the tune among those drawn with this request, from 0
   */
  public record RequestedTune(MusicRequest request, int number) {
    public RequestedTune {
      if (number < 0) {
        throw new IllegalArgumentException("number must be 0 or more but was " + number);
      }
    }
  }

  /**
   * Creates a writer of tunes.
   *
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  public TuneWriting(String programVersion, int threads) {
    this(programVersion, threads, false);
  }

  private TuneWriting(String programVersion, int threads, boolean replacing) {
    this.programVersion = programVersion;
    this.threads = threads;
    this.replacing = replacing;
  }

  /** Returns a writer that makes tunes anew which are there already; others it leaves alone. */
  public TuneWriting replacing() {
    return new TuneWriting(programVersion, threads, true);
  }

  /**
   * Draws tunes and writes each to its stem.
   *
   * @param modelGiven name or path that the user gave
   * @param stems paths without endings, one a tune
   * @param sound what to play them with as sound, if that is asked for
   * @param stop asked before each tune and each of its tokens
   * @return the tunes, fewer if stopped; each of them is whole
   */
  public <T> List<NewPiece> write(
      MusicModel<T> model,
      String modelGiven,
      MusicRequest request,
      List<Path> stems,
      Optional<SoundBank> sound,
      BooleanSupplier stop)
      throws IOException {
    return write(model, modelGiven, request, 0, stems, sound, stop);
  }

  /**
   * Draws further tunes of a request: which ones does not depend on how many are drawn at a time.
   *
   * @param from number of the first tune, from 0
   * @param stems as above, as are the others
   */
  public <T> List<NewPiece> write(
      MusicModel<T> model,
      String modelGiven,
      MusicRequest request,
      int from,
      List<Path> stems,
      Optional<SoundBank> sound,
      BooleanSupplier stop)
      throws IOException {
    int count = stems.size();
    try (NewNames names = NewNames.given(stems)) {
      return write(model, modelGiven, request, from, names, count, sound, stop);
    }
  }

  /**
   * Draws further tunes of a request, each for the next of some names.
   *
   * @param from number of the first tune, from 0
   * @param count of the tunes
   */
  public <T> List<NewPiece> write(
      MusicModel<T> model,
      String modelGiven,
      MusicRequest request,
      int from,
      NewNames names,
      int count,
      Optional<SoundBank> sound,
      BooleanSupplier stop)
      throws IOException {
    Kernels kernels = KernelChoice.best();
    List<NewPiece> tunes = new ArrayList<>();
    try (Workers workers =
        new Workers(
            ThreadCount.of(
                model.file().network().config(),
                Math.min(count, MusicGeneration.AT_A_TIME),
                threads))) {
      MusicGeneration<T> generation = new MusicGeneration<>(model, kernels, workers, stop);
      for (int first = 0; first < count; first += MusicGeneration.AT_A_TIME) {
        int number = first;
        int some = Math.min(MusicGeneration.AT_A_TIME, count - first);
        for (MusicGeneration.DrawnPiece<T> drawn : generation.draw(request, from + first, some)) {
          if (stop.getAsBoolean()) {
            return tunes;
          }
          Path stem = names.next();
          tunes.add(write(model, modelGiven, request, from + number, drawn, kernels, stem, sound));
          number++;
        }
      }
    } catch (CancellationException stopped) {
      // Of the tunes that were being drawn none is written.
    }
    return tunes;
  }

  /**
   * Whether the first tune of a request is there already.
   *
   * @param wanted endings of files that it must have
   * @throws BadFileException if something else is there, or the files were changed
   */
  public boolean isThere(MusicModel<?> model, MusicRequest request, List<String> wanted, Path stem)
      throws BadFileException, IOException {
    RequestedTune asked = new RequestedTune(request, 0);
    return FormerFiles.areThere(
        KIND,
        stem,
        former ->
            former.model().sha256().equals(model.sha256())
                && former.request().equals(asked)
                && former.files().keySet().containsAll(wanted));
  }

  /** Writes all files of a tune or, if that fails, none. */
  private <T> NewPiece write(
      MusicModel<T> model,
      String modelGiven,
      MusicRequest request,
      int number,
      MusicGeneration.DrawnPiece<T> drawn,
      Kernels kernels,
      Path stem,
      Optional<SoundBank> sound)
      throws IOException {
    if (replacing) {
      deleteSame(model, request, number, stem);
    }
    Path sidecar = OutputFiles.take(stem);
    String title = title(model, request, number);
    TuneFiles files;
    boolean whole = false;
    try {
      int program = request.program();
      Score score = beside(request, model.kind().score(drawn.piece(), request));
      files = TuneFiles.write(model.kind(), drawn.piece(), score, program, title, stem, sound);
      KIND.write(
          sidecar,
          new Provenance<>(
              programVersion,
              new UsedModel(modelGiven, model.sha256()),
              kernels.name(),
              new RequestedTune(request, number),
              files.files(),
              files.soundBank()));
      whole = true;
    } finally {
      if (!whole) {
        TuneFiles.delete(stem);
        OutputFiles.release(stem);
      }
    }
    List<Path> paths = new ArrayList<>();
    files.files().keySet().forEach(ending -> paths.add(OutputNames.path(stem, ending)));
    paths.add(sidecar);
    return new NewPiece(model.kind().outline(drawn.piece()), drawn.drawn().ended(), paths);
  }

  /**
   * Deletes what a writer before this one, which may have been killed, has made of the same tune.
   */
  private static void deleteSame(MusicModel<?> model, MusicRequest request, int number, Path stem)
      throws IOException {
    TuneFiles.deleteUnfinished(stem);
    Path sidecar = OutputNames.path(stem, OutputNames.SIDECAR);
    if (!Files.exists(sidecar)) {
      return;
    }
    try {
      Provenance<RequestedTune> there = KIND.read(sidecar);
      if (there.model().sha256().equals(model.sha256())
          && there.request().equals(new RequestedTune(request, number))) {
        TuneFiles.delete(stem);
      }
    } catch (BadFileException another) {
      // It is not ours; whoever wants its name will be told.
      return;
    }
  }

  /** The score, drums together with the tune that they are under. */
  private static Score beside(MusicRequest request, Score score) throws IOException {
    String under = request.guidance().under();
    if (under == null) {
      return score;
    }
    Path path = Path.of(under);
    try {
      return Accompaniment.under(ScoreFile.read(path), score);
    } catch (BadFileException gone) {
      throw new IOException(gone.getMessage(), gone);
    }
  }

  @Override
  public ProvenanceKind<RequestedTune> kind() {
    return KIND;
  }

  @Override
  public NewNames names(@Nullable Path out) throws IOException {
    return NewNames.ofTunes(out, "again", 1);
  }

  @Override
  public Report again(
      Path sidecar, Provenance<RequestedTune> provenance, Path stem, ReadingListener listener)
      throws BadFileException, IOException {
    MusicModel<?> model = MusicModels.open(provenance.model().name());
    provenance.requireModel(sidecar, model.sha256());
    String bank = provenance.soundBank();
    Optional<SoundBank> sound =
        bank != null && provenance.files().containsKey(".wav")
            ? Optional.of(SoundBank.ofLabel(bank))
            : Optional.empty();
    RequestedTune asked = provenance.request();
    return new NewPieces(
            asked.request().seed(),
            write(
                model,
                provenance.model().name(),
                asked.request(),
                asked.number(),
                List.of(stem),
                sound,
                () -> false))
        .report();
  }

  /**
   * The title of a tune in its picture.
   *
   * @param number of the tune among those of the request, from 0
   */
  public static String title(MusicModel<?> model, MusicRequest request, int number) {
    return String.format(
        Locale.ROOT, "%s, seed %d, tune %d", model.name(), request.seed(), number + 1);
  }
}
