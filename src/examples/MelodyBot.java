import ductus.api.Composer;
import ductus.api.CompositionRequest;
import ductus.api.Tune;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A bot that answers melodies: each line of standard input is a phrase, such as {@code D5q F#5q
 * A5h}, and each line of standard output two bars that answer it: key numbers and lengths in
 * quarter notes. The answers also go to {@code answer-1.mid} and so on, in the folder that is
 * named.
 */
public final class MelodyBot {
  private MelodyBot() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : ".");
    Composer folk = Composer.named("folk");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int heard = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      try {
        heard++;
        // The number as the seed: what it says does not depend on when it is asked.
        Tune answer = folk.answer(Tune.parse(line), CompositionRequest.seeded(heard).withBars(2));
        System.out.println(spoken(answer));
        answer.writeMidi(folder.resolve("answer-" + heard + ".mid"));
      } catch (IllegalArgumentException misunderstood) {
        System.out.println("? " + misunderstood.getMessage());
      }
    }
  }

  private static String spoken(Tune tune) {
    StringBuilder words = new StringBuilder();
    for (Tune.Tone tone : tune.tones()) {
      words.append(words.length() == 0 ? "" : " ").append(tone.pitch());
      words.append(':').append(tone.duration());
    }
    return words.toString();
  }
}
