package org.alongside.document.picture;

/// A photograph as it is kept: small, upright, nothing in it but the picture.
///
/// @param type `image/jpeg` or `image/png`
/// @param width in points, as it is shown
/// @param shrunk whether it has fewer points than what was chosen
public record Photograph(byte[] bytes, String type, int width, int height, boolean shrunk) {
    public static final String JPEG = "image/jpeg";
    public static final String PNG = "image/png";
}
