package ductus.task.music.kind;

import ductus.file.BadFileException;
import ductus.generate.Constraint;
import ductus.generate.Sampling;
import ductus.model.Encoding;
import ductus.model.NetworkConfig;
import ductus.music.Key;
import ductus.music.Score;
import ductus.music.ScoreHash;
import ductus.music.choir.VoiceFinder;
import ductus.music.choir.VoiceScore;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.VoicesEncoding;
import ductus.music.harmony.voices.VoicePart;
import ductus.task.music.choir.SettingKeys;
import ductus.task.music.choir.SettingRequest;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.request.PieceOverview;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Four voices as voices, in their own rhythm: chorales, hymns, part songs. */
public final class VoicesKind implements MusicKind<VoiceSetting> {
  private static final VoicesEncoding ENCODING = new VoicesEncoding();

  /** Leaves out the long tail of notes that are a little likely, and wrong. */
  private static final Sampling SAMPLING = new Sampling(1, 0, 0.95);

  /**
   * Four voices that one draws a single time clash twice as often as Bach's: each was drawn with
   * only some of the others in sight.
   */
  private static final int BEAM = 6;

  /** In two of five pieces a phrase comes back when they are first drawn, in Bach's in three. */
  private static final int DRAFTS = 3;

  @Override
  public Encoding<VoiceSetting> encoding() {
    return ENCODING;
  }

  @Override
  public String words() {
    return "Four voices in rhythm";
  }

  @Override
  public MusicTrainingConfig recipe() {
    return new MusicTrainingConfig(
        new MusicTrainingConfig.CorpusConfig(
            "", VoicesEncoding.NAME, MusicTrainingConfig.Keys.COMMON, 0.1, ""),
        NetworkConfig.of(ENCODING, 32, NetworkConfig.LSTM, 1, 256, 0.65).withSkip(true),
        TrainingPlan.of(
                20, 1, new Batching(4, 512), new LearningRate(6e-3, 40, LearningRate.Shape.COSINE))
            .withOptimizer(new OptimizerChoice(OptimizerChoice.Rule.ADAMW, 0, 0.9))
            .withRegularization(
                new Regularization(0, 0, 0, 0, false, 0.99, ScheduledSampling.NONE)));
  }

  @Override
  public Sampling sampling() {
    return SAMPLING;
  }

  @Override
  public int usualBeam() {
    return BEAM;
  }

  @Override
  public int usualDrafts() {
    return DRAFTS;
  }

  @Override
  public int faults(VoiceSetting setting) {
    return VoicesEncoding.returns(setting) ? 0 : 1;
  }

  @Override
  public int planned(int[] tokens) {
    return VoicesEncoding.planned(tokens);
  }

  @Override
  public VoiceSetting find(Score score) {
    return VoiceFinder.find(score);
  }

  /** A piece is the same in every key, and whatever instruments play with it. */
  @Override
  public MusicPiece<VoiceSetting> piece(Path file, Score score) throws BadFileException {
    VoiceSetting setting = MusicKind.super.piece(file, score).music();
    int lowest = setting.pitches().min().orElse(0);
    return new MusicPiece<>(
        ScoreHash.of(VoiceScore.of(setting.transpose(-lowest), MusicRequest.PIANO)), setting);
  }

  @Override
  public List<VoiceSetting> forms(VoiceSetting setting, MusicTrainingConfig.Keys keys) {
    return switch (keys) {
      case OWN -> List.of(setting);
      case COMMON -> List.of(SettingKeys.inCommonKey(setting));
      case ALL -> SettingKeys.all(setting);
    };
  }

  @Override
  public double quartersPerMinute(VoiceSetting setting) {
    return setting.quartersPerMinute();
  }

  @Override
  public VoiceSetting withTempo(VoiceSetting setting, double quartersPerMinute) {
    return setting.withTempo(quartersPerMinute);
  }

  @Override
  public Score score(VoiceSetting setting, int program) {
    return VoiceScore.of(setting, program);
  }

  /** The overview of a setting; unlike its score it knows which modes are not major or minor. */
  @Override
  public PieceOverview outline(VoiceSetting setting) {
    PieceOverview outline = PieceOverview.of(VoiceScore.of(setting, MusicRequest.PIANO));
    return new PieceOverview(
        outline.metre(), setting.key().label(), outline.bars(), outline.notes());
  }

  @Override
  public boolean takesCadences() {
    return true;
  }

  /** Those of phrases that return do not count: nothing is told of them. */
  @Override
  public long voiceSteps(VoiceSetting setting) {
    return VoicesEncoding.writtenSteps(setting);
  }

  @Override
  public List<Constraint> constraints(MusicRequest request, MusicTrainingConfig.Keys keys) {
    return new SettingRequest(request, keys).constraints();
  }

  /**
   * The tokens of a primer: of all its voices, from which a new piece goes on, or of those that
   * there are, which a new piece then has.
   */
  @Override
  public MusicRequest.Opening opening(
      Score primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys) {
    Score timed =
        header.metre() != null && primer.timeSignatures().isEmpty()
            ? primer.withTimeSignatures(List.of(header.metre()))
            : primer;
    VoiceSetting found = VoiceFinder.given(timed);
    VoiceSetting given =
        header.tonic() == null
            ? found
            : found.withKey(
                new Key(
                    header.tonic(), header.mode() == null ? found.key().mode() : header.mode()));
    int shift = keys == MusicTrainingConfig.Keys.COMMON ? SettingKeys.toCommonKey(given) : 0;
    List<VoicePart> sung =
        VoicePart.ALL.stream()
            .filter(part -> !given.voices().get(VoicePart.ALL.indexOf(part)).isEmpty())
            .toList();
    return new MusicRequest.Opening(
        Arrays.stream(ENCODING.tokens(given.transpose(shift))).boxed().toList(),
        -shift,
        sung.size() == VoiceSetting.VOICES ? List.of() : sung);
  }

  /** The tune of music that is not of voices is taken for the soprano. */
  @Override
  public String takenFor(Score primer) {
    return VoiceFinder.tune(primer)
        .map(
            tune ->
                String.format(
                    Locale.ROOT,
                    "its tune, %s, is taken for the soprano, and the rest left out",
                    tune))
        .orElse("");
  }

  /** The start: what is given is held to by the constraints, wherever it stands. */
  @Override
  public List<Integer> prompt(MusicRequest.Opening opening) {
    return opening.tokens().subList(0, 1);
  }

  @Override
  public VoiceSetting finish(
      VoiceSetting drawn, MusicRequest request, MusicTrainingConfig.Keys keys, int number) {
    return new SettingRequest(request, keys).finish(drawn, number);
  }

  /** The phrases behind the opening's. */
  @Override
  public VoiceSetting withoutOpening(VoiceSetting setting, MusicRequest.Opening opening) {
    int given = SettingRequest.setting(opening).phrases().size();
    return setting.from(Math.min(given, setting.phrases().size() - 1));
  }
}
