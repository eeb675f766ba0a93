package ductus.music.touch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Note;
import ductus.music.Score;
import ductus.task.humanization.MadePerformances;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlayerPartTest {
  private static final Score STIFF = MadePerformances.score(1, 4, 0);

  @Test
  void theDrumChannelIsADrummersAndAnInstrumentIsAPianists() {
    List<PlayerPart> parts = PlayerPart.of(STIFF);
    assertEquals(
        List.of(Player.PIANIST, Player.DRUMMER), parts.stream().map(PlayerPart::player).toList());
    assertEquals(Set.of(Player.values()), PlayerPart.players(STIFF));
    assertEquals(STIFF.notes().size(), parts.stream().mapToInt(part -> part.places().size()).sum());
    for (PlayerPart part : parts) {
      for (int i = 0; i < part.notes().size(); i++) {
        Note note = STIFF.notes().get(part.places().get(i));
        assertEquals(note.pitch(), part.notes().get(i).pitch());
        assertEquals(note.onset(), 20 * part.notes().get(i).step());
        assertEquals(note.onset() / 1920, part.notes().get(i).place().bar());
        assertEquals(note.onset() % 1920, 20L * part.notes().get(i).place().step());
      }
    }
  }

  @Test
  void bothHandsOfAPianoAreOnePart() {
    List<Note> notes =
        STIFF.notes().stream()
            .filter(note -> !note.isDrum())
            .map(n -> new Note(n.onset(), 60, n.pitch(), 80, n.pitch() < 60 ? 1 : 0, 0))
            .toList();
    assertEquals(1, PlayerPart.of(STIFF.withNotes(notes)).size());
    Score strings =
        new Score(
            480,
            STIFF.length(),
            notes,
            STIFF.tempos(),
            STIFF.timeSignatures(),
            List.of(),
            List.of(new Score.ProgramChange(0, 1, 0, 48)),
            List.of(),
            List.of());
    assertEquals(2, PlayerPart.of(strings).size());
  }

  @Test
  void whatLiesBesideTheGridWasPlayed() {
    assertTrue(PlayerPart.of(STIFF).stream().noneMatch(PlayerPart::isPlayed));
    List<PlayerPart> played = PlayerPart.of(MadePerformances.score(2, 4, 40));
    assertFalse(played.get(0).isPlayed());
    assertTrue(played.get(1).isPlayed(), () -> "off the grid: " + played.get(1).offGrid());
  }
}
