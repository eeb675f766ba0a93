package ductus.music.jfugue;

import ductus.music.Instruments;
import java.util.List;
import org.jfugue.Instrument;
import org.jfugue.JFugueException;
import org.jfugue.MusicStringParser;
import org.jfugue.ParserListenerAdapter;
import org.jfugue.Pattern;

/** The {@code I} tokens of JFugue. */
final class JFugueInstruments {
  private JFugueInstruments() {}

  /**
   * The token of a program: {@code I[Flute]} where JFugue knows it by its General MIDI name, or by
   * that without its last word; else {@code I73}.
   */
  static String token(int program) {
    String name = Instruments.name(program).replace(' ', '_');
    for (String known : List.of(name, name.replaceFirst("_[^_]*$", ""))) {
      String token = "I[" + known + "]";
      if (program == read(token)) {
        return token;
      }
    }
    return "I" + program;
  }

  /**
   * The program that a name means to JFugue, or else to {@link Instruments}.
   *
   * @throws IllegalArgumentException if it means nothing to either
   */
  static int program(String name) {
    int known = read("I[" + name + "]");
    return known >= 0 ? known : Instruments.program(name);
  }

  private static int read(String token) {
    int[] program = {-1};
    MusicStringParser parser = new MusicStringParser();
    parser.addParserListener(
        new ParserListenerAdapter() {
          @Override
          public void instrumentEvent(Instrument instrument) {
            program[0] = instrument.getInstrument();
          }
        });
    try {
      parser.parse(new Pattern(token));
    } catch (JFugueException e) {
      return -1;
    }
    return program[0];
  }
}
