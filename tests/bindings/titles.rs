//! titles.rs - an input from Rust with nothing but `extern "C"`: a title a line.
#![no_std]
#![crate_type = "cdylib"]

use core::ffi::{c_char, c_int, c_void};
use core::mem::size_of;
use core::ptr::null;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Str {
    p: *const c_char,
    n: usize,
}

#[repr(C)]
pub struct Handle {
    host: *const Host,
}

/// The host's table, as far as this plugin needs it.
#[repr(C)]
pub struct Host {
    size: u32,
    abi_minor: u32,
    version: *const c_char,
    report: extern "C" fn(*const Handle, c_int, Str, *const c_char, *const c_char),
    scratch: extern "C" fn(*const Handle, usize) -> *mut c_void,
    extension: extern "C" fn(*const Handle, *const c_char) -> *const c_void,
    line: extern "C" fn(*mut Handle, *mut Str) -> bool,
    unline: extern "C" fn(*mut Handle),
    ahead: extern "C" fn(*mut Handle, usize, *mut Str) -> bool,
    consume: extern "C" fn(*mut Handle, usize),
    origin: extern "C" fn(*const Handle) -> Str,
    span: extern "C" fn(*mut Handle, Str, Str) -> Str,
    fact: extern "C" fn(*mut Handle, Str, Str),
    add: extern "C" fn(*mut Handle, Str, Str),
}

type Frame = Option<extern "C" fn(*mut c_void, *mut Handle) -> c_int>;

#[repr(C)]
pub struct Plugin {
    size: u32,
    kind: u32,
    name: *const c_char,
    option_size: u32,
    threads: u32,
    uses: u32,
    version: *const c_char,
    summary: *const c_char,
    extensions: *const c_char,
    texts: *const *const c_char,
    options: *const c_void,
    state_size: usize,
    open: Frame,
    close: Option<extern "C" fn(*mut c_void)>,
    sniff: Option<extern "C" fn(Str, Str, *mut *const c_char) -> c_int>,
    next: Option<extern "C" fn(*mut c_void, *mut Handle, *mut Handle) -> c_int>,
    header: Frame,
    prepare: Frame,
    write: Option<extern "C" fn(*mut c_void, *mut Handle, *const Handle) -> c_int>,
    between: *const c_char,
    footer: Frame,
    apply: Option<extern "C" fn(*mut c_void, *mut Handle, *mut Handle) -> c_int>,
    flush: Frame,
}

#[repr(C)]
pub struct Module {
    size: u32,
    abi_minor: u32,
    needs_minor: u32,
    plugin_count: u32,
    plugins: *const *const Plugin,
    extension: *const c_void,
}

unsafe impl Sync for Plugin {}
unsafe impl Sync for Module {}

struct Plugins([*const Plugin; 1]);
unsafe impl Sync for Plugins {}

const OK: c_int = 0;
const END: c_int = 1;
const SKIP: c_int = 2;

extern "C" fn sniff(_head: Str, _name: Str, _why: *mut *const c_char) -> c_int {
    0
}

extern "C" fn next(_state: *mut c_void, source: *mut Handle, record: *mut Handle) -> c_int {
    let mut line = Str { p: null(), n: 0 };
    let title = Str { p: c"title".as_ptr(), n: 5 };
    let host = unsafe { &*(*source).host };

    if !(host.line)(source, &mut line) {
        return END;
    }
    if line.n == 0 {
        return SKIP;
    }
    (host.add)(record, title, line);
    OK
}

static TITLES: Plugin = Plugin {
    size: size_of::<Plugin>() as u32,
    kind: 1,
    name: c"titles_rs".as_ptr(),
    option_size: 0,
    threads: 100,
    uses: 0,
    version: c"1.0".as_ptr(),
    summary: c"a title a line".as_ptr(),
    extensions: null(),
    texts: null(),
    options: null(),
    state_size: 0,
    open: None,
    close: None,
    sniff: Some(sniff),
    next: Some(next),
    header: None,
    prepare: None,
    write: None,
    between: null(),
    footer: None,
    apply: None,
    flush: None,
};

static PLUGINS: Plugins = Plugins([&TITLES]);

#[no_mangle]
pub static paperconv_module_v1: Module = Module {
    size: size_of::<Module>() as u32,
    abi_minor: 0,
    needs_minor: 0,
    plugin_count: 1,
    plugins: PLUGINS.0.as_ptr(),
    extension: null(),
};

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
