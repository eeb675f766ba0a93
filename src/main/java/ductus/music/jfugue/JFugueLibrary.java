package ductus.music.jfugue;

import ductus.music.Score;
import ductus.music.musicstring.JFugue;
import ductus.music.musicstring.JFugueText;
import ductus.music.musicstring.TokenReader;
import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.Sequence;
import javax.sound.midi.Track;
import org.jfugue.MidiRenderer;
import org.jfugue.MusicStringParser;
import org.jfugue.Pattern;

/** JFugue as it is on the class path; found by its name. */
public final class JFugueLibrary implements JFugue {
  /** Creates it, and fails to where the library is not there. */
  public JFugueLibrary() {
    tokens();
  }

  /** Has JFugue render the notes, programs and pedals, without its tempos. */
  @Override
  public List<MidiEvent> events(Score score) {
    MusicStringParser parser = new MusicStringParser();
    MidiRenderer renderer = new MidiRenderer(Sequence.PPQ, score.ticksPerQuarter());
    parser.addParserListener(renderer);
    parser.parse(new Pattern(JFugueText.exact(score)));
    List<MidiEvent> events = new ArrayList<>();
    for (Track channel : renderer.getSequence().getTracks()) {
      for (int i = 0; i < channel.size(); i++) {
        MidiEvent event = channel.get(i);
        if (!(event.getMessage() instanceof MetaMessage)) {
          events.add(event);
        }
      }
    }
    return events;
  }

  @Override
  public TokenReader tokens() {
    return new JFugueTokens();
  }
}
