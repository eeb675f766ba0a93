package ductus.task.humanization;

import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.music.touch.PlayedNote;
import ductus.music.touch.Player;
import ductus.music.touch.TouchEncoding;
import java.util.List;

/** Takes as sequences of tokens; side features take most of the memory, so they are made anew. */
record TakeSequences(Player player, List<List<PlayedNote>> takes) implements Sequences {
  TakeSequences {
    takes = List.copyOf(takes);
  }

  /** An encoding of the touch of a take. */
  static TouchEncoding encoding(Player player, List<PlayedNote> take) {
    return new TouchEncoding(player, take.stream().map(PlayedNote::written).toList());
  }

  @Override
  public int size() {
    return takes.size();
  }

  @Override
  public int length(int number) {
    return 2 + takes.get(number).size() * (player.isTimed() ? 2 : 1);
  }

  @Override
  public Sequence get(int number) {
    return encoding(player, takes.get(number)).encode(takes.get(number));
  }
}
