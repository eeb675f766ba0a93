package ductus.task.music.kind;

import ductus.file.BadFileException;
import ductus.generate.Constraint;
import ductus.generate.Sampling;
import ductus.model.Encoding;
import ductus.model.NetworkConfig;
import ductus.music.Key;
import ductus.music.Score;
import ductus.music.ScoreHash;
import ductus.music.Transposition;
import ductus.music.choir.VoiceFinder;
import ductus.music.choir.VoiceScore;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.VoicesEncoding;
import ductus.music.encoding.voices.VoicesVocabulary;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Four voices as voices, in their own rhythm: chorales, hymns, part songs. */
public final class VoicesKind implements MusicKind<VoiceSetting> {
  private static final VoicesEncoding ENCODING = new VoicesEncoding();
  private static final int OCTAVE = 12;

  /** Semitones down and up to which a setting is moved. */
  private static final int LOWERED = 5;

  private static final int RAISED = 6;

  /** Leaves out the long tail of notes that are a little likely, and wrong. */
  private static final Sampling SAMPLING = new Sampling(1, 0, 0.95);

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
        NetworkConfig.of(ENCODING, 32, NetworkConfig.LSTM, 1, 192, 0.5).withSkip(true),
        TrainingPlan.of(
                16, 1, new Batching(8, 512), new LearningRate(4e-3, 20, LearningRate.Shape.COSINE))
            .withOptimizer(OptimizerChoice.of(OptimizerChoice.Rule.ADAMW))
            .withRegularization(
                new Regularization(0, 0, 0, 0, false, 0.99, ScheduledSampling.NONE)));
  }

  @Override
  public Sampling sampling() {
    return SAMPLING;
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
      case COMMON -> List.of(inCommonKey(setting));
      case ALL ->
          IntStream.rangeClosed(-LOWERED, RAISED)
              .filter(semitones -> fits(setting, semitones))
              .mapToObj(setting::transpose)
              .toList();
    };
  }

  /** The setting in the key of its mode without sharps and flats, in the nearest octave. */
  private static VoiceSetting inCommonKey(VoiceSetting setting) {
    Key key = setting.key();
    int up = Math.floorMod(Transposition.commonTonic(key.mode()) - key.tonic(), OCTAVE);
    int nearest = up > RAISED ? up - OCTAVE : up;
    if (fits(setting, nearest)) {
      return setting.transpose(nearest);
    }
    int other = nearest > 0 ? nearest - OCTAVE : nearest + OCTAVE;
    return fits(setting, other) ? setting.transpose(other) : setting;
  }

  private static boolean fits(VoiceSetting setting, int semitones) {
    return setting
        .pitches()
        .allMatch(
            pitch ->
                pitch + semitones >= VoicesVocabulary.LOWEST_PITCH
                    && pitch + semitones <= VoicesVocabulary.HIGHEST_PITCH);
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

  @Override
  public List<Constraint> constraints(MusicRequest request, MusicTrainingConfig.Keys keys) {
    return List.of();
  }

  @Override
  public MusicRequest.Opening opening(
      Score primer, MusicRequest.Header header, MusicTrainingConfig.Keys keys) {
    throw new IllegalArgumentException("not yet");
  }

  @Override
  public VoiceSetting withoutOpening(VoiceSetting setting, MusicRequest.Opening opening) {
    return setting;
  }
}
