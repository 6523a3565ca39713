//! One table in, and the errands that are done beside the screen.

super::messages! {
    errand_not_there: zh "负责读写文件的程序没有加载成功，请联网后刷新页面再试。若仍不行，浏览器可能不允许后台程序，请换用新版浏览器。", en "The program that reads and writes files did not load. Reload the page while connected. If that does not help, the browser allows no work in the background: use a current one.";
    errand_too_long: zh "5 秒内没有完成，已经停下，原有数据没有变化。请减少行数和列数再试。", en "It was not done within 5 seconds and was stopped. Nothing has changed. Try again with fewer rows and columns.";
    errand_stopped: zh "处理时中断，可能是内存不足，原有数据没有变化。请关闭其他网页，或减少行数和列数再试。", en "It broke off, perhaps for want of memory. Nothing has changed. Close other pages, or try again with fewer rows and columns.";
}
