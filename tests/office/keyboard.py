"""Presses keys on an X screen as somebody would who sits before it (LibreOffice's own robot goes past those who listen to
keys). Needs libX11 and libXtst, which every desktop has."""

import contextlib
import ctypes
import ctypes.util

TAB, RETURN, F1 = 0xFF09, 0xFF0D, 0xFFBE  # keysyms
POINTER_ROOT = 1
CURRENT_TIME = 0
VIEWABLE = 2


def available():
    return all(ctypes.util.find_library(name) for name in ("X11", "Xtst"))


@contextlib.contextmanager
def _screen(number):
    library = ctypes.CDLL(ctypes.util.find_library("X11"))
    library.XOpenDisplay.restype = ctypes.c_void_p
    display = library.XOpenDisplay(f":{number}".encode())
    if not display:
        raise OSError(f"there is no screen :{number}")
    try:
        yield library, ctypes.c_void_p(display)
    finally:
        library.XCloseDisplay(ctypes.c_void_p(display))


class _Attributes(ctypes.Structure):
    """XWindowAttributes."""

    _fields_ = (
        [(name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")]
        + [("visual", ctypes.c_void_p), ("root", ctypes.c_ulong)]
        + [(name, ctypes.c_int) for name in ("kind", "bit_gravity", "win_gravity", "backing_store")]
        + [("backing_planes", ctypes.c_ulong), ("backing_pixel", ctypes.c_ulong), ("save_under", ctypes.c_int)]
        + [("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int)]
        + [(name, ctypes.c_long) for name in ("all_event_masks", "your_event_mask", "do_not_propagate_mask")]
        + [("override_redirect", ctypes.c_int), ("screen", ctypes.c_void_p)])


def _largest_window(library, display):
    """That of the document: without a window manager, nobody gives it the keyboard."""
    library.XDefaultRootWindow.restype = ctypes.c_ulong
    root, parent = ctypes.c_ulong(), ctypes.c_ulong()
    windows, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
    library.XQueryTree(display, ctypes.c_ulong(library.XDefaultRootWindow(display)), ctypes.byref(root),
                       ctypes.byref(parent), ctypes.byref(windows), ctypes.byref(count))

    def size(window):
        found = _Attributes()
        library.XGetWindowAttributes(display, ctypes.c_ulong(window), ctypes.byref(found))
        return found.width * found.height if found.map_state == VIEWABLE else 0

    return max((windows[i] for i in range(count.value)), key=size)


def press(screen, keysym):
    """On screen number `screen`, in its largest window."""
    test = ctypes.CDLL(ctypes.util.find_library("Xtst"))
    with _screen(screen) as (library, display):
        window = ctypes.c_ulong(_largest_window(library, display))
        library.XSetInputFocus(display, window, POINTER_ROOT, ctypes.c_ulong(CURRENT_TIME))
        library.XSync(display, 0)
        code = ctypes.c_uint(library.XKeysymToKeycode(display, ctypes.c_ulong(keysym)))
        for down in (1, 0):
            test.XTestFakeKeyEvent(display, code, down, ctypes.c_ulong(CURRENT_TIME))
        library.XSync(display, 0)
