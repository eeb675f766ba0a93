import ductus.api.ModelTraining;
import ductus.api.TokenCorpus;
import ductus.api.TokenModel;
import ductus.api.TrainingObserver;
import ductus.api.TrainingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Trains on tokens of one's own, here the weather of weeks: {@code java OwnTokens.java run}.
 * Started again with the same folder it goes on where it was stopped, or only uses what it learned.
 */
public final class OwnTokens {
  private static final List<String> WEATHER = List.of("sun", "cloud", "rain", "storm");

  private OwnTokens() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    TokenCorpus weeks = TokenCorpus.of(WEATHER.size(), weeks(200));
    TrainingSettings settings =
        TrainingSettings.seeded(1).withEpochs(12).withHiddenSize(24).withDropout(0);
    ModelTraining.Outcome outcome =
        ModelTraining.onTokens(weeks, settings).resume(folder, new Losses());
    TokenModel model = TokenModel.open(outcome.model());
    int storm = WEATHER.indexOf("storm");
    for (int seed = 1; seed <= 3; seed++) {
      int[] week = model.draw(new int[] {storm}, 7, 1, seed);
      System.out.println(String.join(" ", Arrays.stream(week).mapToObj(WEATHER::get).toList()));
    }
    System.out.printf(
        "calm %.2f, wild %.2f nats a day%n",
        model.nats(new int[] {0, 0, 1, 1, 2, 2, 3}), model.nats(new int[] {3, 0, 3, 0, 3, 0, 3}));
  }

  /** Weather changes by a step a day at most, and a storm is over the day after. */
  private static List<int[]> weeks(int count) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    List<int[]> weeks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] week = new int[7];
      week[0] = random.nextInt(WEATHER.size());
      for (int day = 1; day < week.length; day++) {
        int step = week[day - 1] == 3 ? -1 : random.nextInt(3) - 1;
        week[day] = Math.max(0, week[day - 1] + step);
      }
      weeks.add(week);
    }
    return weeks;
  }

  /** Prints the loss of each epoch. */
  private static final class Losses implements TrainingObserver {
    @Override
    public void epochEnded(Epoch epoch) {
      System.out.printf("epoch %d: %.3f nats a day%n", epoch.number(), epoch.validationNats());
    }
  }
}
