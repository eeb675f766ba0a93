package ductus.task.music.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.music.choir.VoiceSetting;
import ductus.task.music.kind.VoicesKind;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import org.junit.jupiter.api.Test;

class ShippedChoralesTest {
  @Test
  void writesFourVoicesInPhrasesThatEnd() throws Exception {
    MusicModel<VoiceSetting> model = MusicModels.open("chorales", new VoicesKind());
    try (Workers workers = new Workers(1)) {
      int phrases = 0;
      int fermatas = 0;
      for (MusicGeneration.DrawnPiece<VoiceSetting> each :
          new MusicGeneration<>(model, KernelChoice.best(), workers)
              .draw(MusicRequest.open(Sampling.PLAIN, 3), 0, 8)) {
        VoiceSetting setting = each.piece();
        assertTrue(each.drawn().ended(), "ends by itself");
        assertTrue(setting.phrases().size() >= 2, setting.phrases() + " are phrases enough");
        assertEquals(VoiceSetting.VOICES, setting.voices().size());
        setting
            .voices()
            .forEach(voice -> assertTrue(voice.size() >= setting.phrases().size(), "all sing"));
        phrases += setting.phrases().size();
        fermatas += (int) setting.phrases().stream().filter(phrase -> phrase.fermata()).count();
      }
      assertTrue(2 * fermatas > phrases, fermatas + " fermatas of " + phrases + " phrases");
    }
  }
}
