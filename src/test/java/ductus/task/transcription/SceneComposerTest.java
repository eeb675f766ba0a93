package ductus.task.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Randomness;
import ductus.music.Score;
import ductus.music.hearing.AudioAnalysis;
import ductus.music.hearing.notes.HeardNote;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SceneComposerTest {
  private static final List<HeardNote> SCALE =
      IntStream.range(0, 40)
          .mapToObj(i -> new HeardNote(0.3 * i, 0.3 * i + 0.25, 55 + i % 12, 80))
          .toList();

  private final SceneComposer composer =
      new SceneComposer(List.of(new ScoreVoices(List.of(SCALE))), Instrumentation.LEARNED);

  @Test
  void scenesAreForLearnedInstrumentsWithinTheirTimeAndTheKeysThatAreTold() {
    RandomGenerator random = Randomness.of(1);
    for (int i = 0; i < 200; i++) {
      Scene scene = composer.draw(random);
      assertTrue(!scene.parts().isEmpty() && scene.parts().size() <= 6);
      for (Scene.Part part : scene.parts()) {
        assertTrue(Instrumentation.LEARNED.programs().contains(part.program()));
        for (HeardNote note : part.notes()) {
          assertTrue(note.end() <= SceneComposer.SECONDS, "ends at " + note.end());
          assertTrue(AudioAnalysis.holds(note.pitch()), "pitch " + note.pitch());
        }
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameScene() {
    assertEquals(composer.draw(Randomness.of(7)), composer.draw(Randomness.of(7)));
  }

  @Test
  void noInstrumentThatMeasuresIsLearned() {
    assertTrue(
        Collections.disjoint(
            Instrumentation.LEARNED.programs(), Instrumentation.KEPT_BACK.programs()));
  }

  @Test
  void partsPlayOnChannelsOfTheirOwnThatAreNotTheDrums() {
    List<HeardNote> note = List.of(new HeardNote(0.5, 1, 60, 90));
    Scene scene = new Scene(Collections.nCopies(12, new Scene.Part(40, note)), 0, 0, 0);
    Score score = scene.score();
    assertEquals(12, score.notes().stream().map(each -> each.channel()).distinct().count());
    assertTrue(score.notes().stream().noneMatch(each -> each.isDrum()));
    assertEquals(480, score.notes().get(0).onset());
  }
}
