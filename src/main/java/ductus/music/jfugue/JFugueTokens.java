package ductus.music.jfugue;

import ductus.music.Instruments;
import ductus.music.KeySignature;
import ductus.music.musicstring.TokenReader;
import org.jfugue.Instrument;
import org.jfugue.JFugueException;
import org.jfugue.MusicStringParser;
import org.jfugue.Note;
import org.jfugue.ParserListenerAdapter;
import org.jfugue.Pattern;
import org.jfugue.Tempo;

/** What tokens mean to JFugue's parser. Of notes its ticks are not taken: they are too coarse. */
final class JFugueTokens implements TokenReader {
  private final MusicStringParser parser = new MusicStringParser();
  private final Heard heard = new Heard();

  JFugueTokens() {
    parser.addParserListener(heard);
  }

  @Override
  public TypedNote note(String token) {
    parse(token);
    Note note = heard.note;
    return new TypedNote(
        note.isRest(),
        note.getValue(),
        note.getDecimalDuration(),
        note.getAttackVelocity(),
        note.isStartOfTie(),
        note.isEndOfTie());
  }

  @Override
  public int tempo(String token) {
    parse(token);
    return heard.tempo;
  }

  @Override
  public KeySignature key(String token) {
    parse(token);
    return new KeySignature(0, heard.fifths, heard.minor);
  }

  /** The program that a name means to JFugue, or else to {@link Instruments}. */
  @Override
  public int program(String name) {
    heard.program = -1;
    try {
      parser.parse(new Pattern("I[" + name + "]"));
    } catch (JFugueException unknown) {
      return Instruments.program(name);
    }
    return heard.program >= 0 ? heard.program : Instruments.program(name);
  }

  private void parse(String token) {
    try {
      parser.parse(new Pattern(token));
    } catch (JFugueException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalArgumentException("JFugue does not take it", e);
    }
  }

  /** The latest token of each kind that the parser heard. */
  private static final class Heard extends ParserListenerAdapter {
    private Note note = new Note();
    private int tempo;
    private int fifths;
    private boolean minor;
    private int program;

    @Override
    public void noteEvent(Note event) {
      note = event;
    }

    @Override
    public void instrumentEvent(Instrument event) {
      program = event.getInstrument();
    }

    @Override
    public void tempoEvent(Tempo event) {
      tempo = event.getTempo();
    }

    @Override
    public void keySignatureEvent(org.jfugue.KeySignature event) {
      fifths = event.getKeySig();
      minor = event.getScale() == 1;
    }
  }
}
