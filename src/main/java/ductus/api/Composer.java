package ductus.api;

import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.music.Instruments;
import ductus.music.Key;
import ductus.music.KeySpelling;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.run.ThreadCount;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.generation.TuneWriting;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Composes with a model of music.
 *
 * <pre>{@code
 * Tune tune = Composer.named("folk").compose(CompositionRequest.seeded(7).withKey("Em").withBars(16));
 * tune.writeMidi(Path.of("tune.mid"));
 * }</pre>
 *
 * <p>The tunes are those of {@code ductus generate MODEL --seed 7 --key Em --bars 16}, to the byte.
 * Threads may share a composer; they take turns.
 */
public final class Composer {
  private static final int MOST = 10_000;

  private final MusicModel<?> model;

  private Composer(MusicModel<?> model) {
    this.model = model;
  }

  /**
   * A composer with a model that ships: {@code folk}, {@code chorales}, {@code leadsheet}, {@code
   * pop} or {@code drums}.
   *
   * @throws BadFileException if there is none of that name
   */
  public static Composer named(String model) throws BadFileException, IOException {
    return new Composer(MusicModels.open(model));
  }

  /**
   * A composer with a model of one's own.
   *
   * @param model its file, or the folder of its training
   */
  public static Composer of(Path model) throws BadFileException, IOException {
    // As a path with a separator it is never taken for a name.
    return new Composer(MusicModels.open(model.toAbsolutePath().toString()));
  }

  /**
   * Composes a tune.
   *
   * @throws IllegalArgumentException if the model cannot do what is asked for
   */
  public Tune compose(CompositionRequest request) {
    return compose(request, 1).get(0);
  }

  /**
   * Composes several tunes, each of which depends on the request and its own number only.
   *
   * @throws IllegalArgumentException if the model cannot do what is asked for
   */
  public List<Tune> compose(CompositionRequest request, int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("count must be 1 to %d but was %d".formatted(MOST, count));
    }
    return draw(model, request, request.primer(), false, count);
  }

  /**
   * Answers a phrase: goes on from it, and leaves it out of what comes back. The bars that are
   * asked for are those of the answer.
   *
   * @param request what the answer is to be like; its primer does not count
   * @throws IllegalArgumentException if one cannot go on from the phrase; the message says why
   */
  public Tune answer(Tune phrase, CompositionRequest request) {
    return draw(model, request, phrase, true, 1).get(0);
  }

  private synchronized <T> List<Tune> draw(
      MusicModel<T> opened,
      CompositionRequest wish,
      @Nullable Tune primer,
      boolean withoutPrimer,
      int count) {
    MusicRequest request = request(opened, wish, primer, withoutPrimer);
    int threads =
        ThreadCount.of(
            opened.file().network().config(),
            Math.min(count, MusicGeneration.AT_A_TIME),
            Runtime.getRuntime().availableProcessors());
    List<Tune> tunes = new ArrayList<>(count);
    try (Workers workers = new Workers(threads)) {
      MusicGeneration<T> generation = new MusicGeneration<>(opened, KernelChoice.best(), workers);
      for (MusicGeneration.DrawnPiece<T> drawn : generation.draw(request, 0, count)) {
        T piece = drawn.piece();
        String title = TuneWriting.title(opened, request, tunes.size());
        Score score = opened.kind().score(piece, request);
        tunes.add(
            new Tune(
                score,
                opened.kind().outline(piece),
                () -> opened.kind().svg(piece, request.program(), title)));
      }
    }
    return List.copyOf(tunes);
  }

  private static MusicRequest request(
      MusicModel<?> model, CompositionRequest wish, @Nullable Tune primer, boolean withoutPrimer) {
    Key key = wish.key() == null ? null : KeySpelling.parse(wish.key()).key();
    MusicRequest.Header header =
        new MusicRequest.Header(
            wish.metre() == null ? null : TimeSignature.parse(wish.metre()),
            key == null ? null : key.tonic(),
            key == null ? null : key.mode(),
            wish.bars());
    model.requireFits(header);
    if (wish.instrument() != null && !model.kind().leavesInstrumentOpen()) {
      throw new IllegalArgumentException(
          "instrument is for music of one instrument that is left open, but %s is a model of %s"
              .formatted(model.name(), model.kind().encoding().name()));
    }
    MusicRequest.Guidance usual = model.usual();
    Sampling sampling = model.kind().sampling();
    return new MusicRequest(
        header,
        primer == null
            ? MusicRequest.Opening.NONE
            : model.kind().opening(primer.score(), header, model.keys()),
        null,
        wish.temperature() == null
            ? sampling
            : new Sampling(wish.temperature(), sampling.topK(), sampling.topP()),
        wish.seed(),
        wish.tempo() == null ? 0 : wish.tempo(),
        wish.instrument() == null ? MusicRequest.PIANO : Instruments.program(wish.instrument()),
        new MusicRequest.Guidance(
            usual.novel(),
            usual.repetition(),
            usual.beam(),
            withoutPrimer,
            usual.conditions(),
            usual.backing(),
            usual.under(),
            usual.fill(),
            usual.drafts()));
  }
}
