package ductus.model.caption;

import ductus.model.ModelKind;
import ductus.model.translation.AttentiveNetwork;
import ductus.model.translation.TargetBatch;
import java.util.List;

/** A network that writes a caption of a picture, character by character. */
public final class CaptionNetwork extends AttentiveNetwork<PictureBatch> {
  /** Name by which a model file knows them. */
  public static final String ENCODING = "caption";

  /** Files of such networks. */
  public static final ModelKind<CaptionConfig, CaptionNetwork> KIND =
      new ModelKind<>(
          List.of(ENCODING), CaptionConfig.class, CaptionConfig::weights, CaptionNetwork::new);

  private final CaptionConfig config;

  /** A network with zero weights. */
  public CaptionNetwork(CaptionConfig config) {
    super(new PictureEncoder(config), config.decoder(), 1 + config.encoder().layers());
    this.config = config;
  }

  /** The shape of this network. */
  public CaptionConfig config() {
    return config;
  }

  @Override
  public int longestTarget() {
    return config.longestTarget();
  }

  /** Pictures with their captions side by side, one or more. */
  public TargetBatch<PictureBatch> batch(List<CaptionedPicture> captioned) {
    return new TargetBatch<>(
        captioned.stream().map(CaptionedPicture::target).toList(),
        start(),
        new PictureBatch(captioned.stream().map(CaptionedPicture::picture).toList()));
  }
}
