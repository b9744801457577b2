"""The size of a picture, from its header alone."""

from io import BytesIO

from PIL import Image


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG or JPEG that load has re-encoded."""
    with Image.open(BytesIO(data)) as image:
        return image.size
