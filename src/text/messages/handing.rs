//! Scenarios handed to a colleague and by one: the share menu, files, links, and the look at what came.

super::messages! {
    share_out: zh "分享", en "Share";
    share_title: zh "分享：文件、链接、二维码", en "Share: file, link, QR code";
    open_file: zh "打开文件…", en "Open a file…";
    copy_link: zh "复制链接…", en "Copy a link…";
    show_code: zh "二维码…", en "QR code…";
    drop_scenario: zh "松开鼠标，打开情景文件", en "Let go to open the scenario file";

    link_title: zh "链接", en "Link";
    code_title: zh "二维码", en "QR code";
    link_open_to_all: zh "任何拿到链接的人都能看到其中的全部数字。", en "Anyone with this link can see all the figures in it.";
    link_holds: zh "内容都在链接里，不经过服务器：名称、备注和与计划不同的地方。", en "Everything is in the link itself and passes no server: the name, the note, and what differs from the plan.";
    link_note: zh "带上备注", en "Include the note";
    link_field(length): zh "链接（{length}个字符）", en "The link ({length} characters)";
    link_too_long(found, most): zh "链接有{found}个字符，聊天软件和邮件会截断超过 {most} 个字符的链接。请改用文件。", en "The link has {found} characters; chat and mail programs cut links of more than {most}. Use a file instead.";
    link_plan_needed(plan): zh "对方的浏览器里要有计划“{plan}”才能打开。", en "Whoever opens it needs the plan “{plan}” in their browser.";
    link_on_this_device: zh "现在打开的是本机上的文件版，链接指向本机的这个文件。发给别人请用情景文件。", en "This is the edition in a file on this device, and a link leads to that file. To hand it to somebody else, use a scenario file.";
    link_not_copied: zh "浏览器没有允许复制，请选中链接自行复制。", en "The browser did not allow copying. Select the link and copy it yourself.";
    code_help: zh "用手机相机扫描，打开的就是这个情景。", en "Scan it with a phone's camera to open this very scenario.";
    code_too_long(found, most): zh "链接有{found}个字符，二维码最多放下 {most} 个。请用链接或文件。", en "The link has {found} characters; a QR code holds {most}. Use the link or a file.";
    code_words(name): zh "情景“{name}”的二维码", en "QR code of the scenario “{name}”";
    save_as_file: zh "存成文件", en "Save to a file";

    handed_title: zh "收到的情景", en "A scenario handed to you";
    handed_looking: zh "正在查找它的计划", en "Looking for its plan";
    handed_refused(what): zh "打不开{what}", en "{what} cannot be opened";
    handed_link: zh "链接", en "The link";
    handed_nothing_changed: zh "现在的情景没有变。", en "The present scenario is as it was.";
    handed_file(file): zh "文件 {file}", en "File {file}";
    handed_bytes[count]: zh "{count}字节", en "{count} bytes", one "{count} byte";
    handed_by(version): zh "由摸高 {version} 存出", en "written by Mogao {version}";
    handed_differences[count]: zh "与计划不同的地方：{count}处", en "What differs from the plan: {count} things", one "What differs from the plan: {count} thing";
    handed_no_differences: zh "与计划没有不同。", en "Nothing differs from the plan.";
    handed_all_differences[count]: zh "另外{count}处", en "{count} more", one "{count} more";
    handed_result: zh "结果", en "Result";
    handed_note: zh "备注", en "Note";
    handed_use: zh "作为新情景使用", en "Use as a new scenario";
    handed_use_help: zh "使用前不保存任何内容；使用后成为情景库里的新情景，现在的情景不会被覆盖。", en "Nothing is kept before it is used. Used, it becomes a new scenario of its own; the present one is not touched.";
    handed_would_lose: zh "现在的情景没有保存在本机，换掉就没有了。请先存成文件。", en "The present scenario is not kept on this device and would be gone. Save it to a file first.";
    handed_broken_seal: zh "校验和不符：文件存出后被改动过，或者已损坏。请逐项核对，或请对方重新存一份。", en "The checksum does not fit: the file was changed after it was written, or is damaged. Check every figure, or ask for a new copy.";
    handed_other_contents: zh "同名计划的内容和存出时不一样（参数默认值、项目总额或目标），结果可能和对方看到的不同。", en "The plan of this name says other things than when this was written (defaults, project totals or tiers), so the result may differ from what the sender saw.";
    handed_other_open_plan(plan): zh "它属于另一个计划：{plan}。使用后会换到那个计划。", en "It belongs to another plan, {plan}. Using it turns to that plan.";
    handed_removed[count]: zh "名称和备注里有{count}个看不见的控制字符，已去掉。", en "{count} hidden control characters were taken out of the name and the note.", one "{count} hidden control character was taken out of the name or the note.";
    handed_needs_plan(plan): zh "它属于计划“{plan}”，本机没有这个计划。请先到“数据”页打开那个计划的表格，再打开它。", en "It belongs to the plan “{plan}”, which is not on this device. Open that plan's tables on the data page first, then open this again.";
    handed_unreadable: zh "浏览器读不到这个文件。请确认文件还在原处，再试一次。", en "The browser cannot read the file. Make sure that it is still where it was, and try again.";
    handed_several(found): zh "一次放下了 {found} 个文件，请一次打开一个情景文件。", en "{found} files were dropped. Open one scenario file at a time.";
    handed_ask_again: zh "请对方重新存一份情景文件发来。", en "Ask for a new copy of the scenario file.";

    handed_large(found, most): zh "文件有{found}字节，情景文件最多 {most} 字节。请确认选对了文件。", en "The file has {found} bytes; a scenario file has {most} at most. Make sure that it is the right one.";
    handed_packed: zh "这是压缩包或工作簿，不是情景文件。情景文件的名称以 .mogao.json 结尾；计划的表格请到“数据”页打开。", en "This is a zip or a workbook, not a scenario file. The names of scenario files end in .mogao.json; open a plan's tables on the data page.";
    handed_no_text: zh "这不是文本，读不出内容。情景文件的名称以 .mogao.json 结尾。", en "This is not text and cannot be read. The names of scenario files end in .mogao.json.";
    handed_deep(most): zh "内容一层套一层，超过 {most} 层，不是情景文件。", en "Its contents are nested more than {most} deep, so it is no scenario file.";
    handed_long(entry, found, most): zh "“{entry}”有{found}个字，最多 {most} 个。", en "“{entry}” has {found} characters; the most is {most}.";
    handed_no_json(line, column): zh "读到第{line}行第{column}个字读不下去了，文件可能不完整。", en "Reading stopped at line {line}, column {column}: the file may be incomplete.";
    handed_other_format: zh "这不是摸高的情景文件。情景文件的名称以 .mogao.json 结尾。", en "This is not a scenario file of Mogao. Their names end in .mogao.json.";
    handed_newer(found, known): zh "文件是第{found}版格式，本程序最高认识第{known}版。请更新程序后再打开。", en "The file has version {found} of the format; this program knows versions up to {known}. Update the program and open it again.";
    handed_version(found): zh "文件的格式版本写着“{found}”，无法识别。", en "The file gives “{found}” as the version of its format, which is none.";
    handed_other_plan(plan): zh "它属于另一个计划“{plan}”。", en "It belongs to another plan, “{plan}”.";
    handed_unknown_entry(entry): zh "“{entry}”不是情景文件里的内容。", en "“{entry}” is not an entry of a scenario file.";
    handed_unknown_name(entry, thing): zh "“{entry}”：计划里没有这个{thing}。", en "“{entry}”: the plan has no such {thing}.";
    handed_wrong_kind(entry): zh "“{entry}”的内容读不懂。", en "What stands at “{entry}” cannot be understood.";
    handed_outside(entry, value, min, max): zh "“{entry}”是{value}，不在 {min} 到 {max} 之间。", en "“{entry}” is {value}, which is not between {min} and {max}.";
    handed_lever: zh "参数", en "lever";
    handed_project: zh "项目", en "project";
    handed_tier: zh "目标", en "tier";
    handed_industry: zh "行业", en "industry";
    handed_quarter: zh "季度", en "quarter";
    handed_indicator: zh "指标", en "goal";
    handed_link_incomplete: zh "链接不完整：可能被聊天软件截断或改动了。请对方重新复制一次，或改发文件。", en "The link is incomplete: a chat program may have cut or changed it. Ask for it again, or for a file.";
    handed_link_long(found, most): zh "链接有{found}个字符，最多 {most} 个。请对方改发文件。", en "The link has {found} characters; the most is {most}. Ask for a file instead.";
    handed_link_large(most): zh "链接的内容展开后超过 {most} 字节，不是情景，已停止读取。", en "What is in the link unpacks to more than {most} bytes and is no scenario, so reading was stopped.";
    handed_link_newer(found, known): zh "链接是第{found}版格式，本程序最高认识第{known}版。请更新程序后再打开。", en "The link has version {found} of the format; this program knows versions up to {known}. Update the program and open it again.";
}
