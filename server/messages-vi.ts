/** What do the commands say in Vietnamese? The source of the keys: the other languages say the same. */
import type { ErrorCode, ErrorParams } from '../core/errors.ts'
import type { Expected } from './config.ts'
import type { DatasetProblemCode } from './dataset/problems.ts'
import type { DataCounts } from './db/data-state.ts'

const numbers = new Intl.NumberFormat('vi-VN')

/** What stands in the place of a value in a sentence about a problem of a data file. */
export type Facts = Readonly<Record<'value' | 'expected', string>>

export const messagesVi = {
  // The configuration
  configWrong: 'Cấu hình chưa đúng, máy chủ không khởi động:',
  configProblem: (variable: string, value: string | null, expected: string) =>
    `  ${variable}${value === null ? ' (không in giá trị ra)' : `=${value}`}: cần ${expected}`,
  expected: {
    port: 'số cổng từ 0 đến 65535',
    host: 'tên máy hoặc địa chỉ IP, ví dụ 127.0.0.1',
    postgres_url: 'postgres://người_dùng:mật_khẩu@máy:cổng/cơ_sở_dữ_liệu',
    pool_size: 'số kết nối từ 1 đến 100',
    days: 'số ngày từ 1 đến 365',
    log_level: 'một trong fatal, error, warn, info, debug, trace, silent',
    https_url: 'địa chỉ bắt đầu bằng https://',
    public_sites: 'full, generalised hoặc count',
    token: '16 đến 200 chữ cái, chữ số hoặc . _ ~ + / = -',
    https_origins: 'các địa chỉ https://…, cách nhau bằng dấu phẩy',
    proxies: 'loopback hoặc địa chỉ IP, dải mạng của proxy, cách nhau bằng dấu phẩy',
    claimed_roles:
      'giá_trị:vai_trò, cách nhau bằng dấu phẩy; vai trò là viewer, local, carrier, staff hoặc admin',
    secret: 'khóa bí mật, nhiều nhất 500 ký tự',
    name: 'nhiều nhất 500 ký tự',
    with_issuer: 'có giá trị khi OIDC_ISSUER được đặt',
    smtp_url: 'smtp://người_dùng:mật_khẩu@máy:587 hoặc smtps://…',
    mail_sender: 'địa chỉ thư, ví dụ Bản đồ số <ban-do@example.vn>',
    hour: 'giờ trong ngày, từ 0 đến 23',
    with_smtp: 'có giá trị khi SMTP_URL được đặt',
    megabytes: 'số megabyte từ 1 đến 1000',
    files: 'số tệp từ 1 đến 10000',
    hours: 'số giờ từ 1 đến 10000',
  } satisfies Record<Expected, string>,

  // Starting
  folderLocked: (folder: string) =>
    `Thư mục dữ liệu ${folder} đang được một tiến trình khác sử dụng. ` +
    'Hãy dừng bản đồ đang chạy, hoặc chọn thư mục khác: DATA_DIR=… npm start',
  folderRefused: (folder: string, reason: string) =>
    `Không ghi được vào thư mục dữ liệu ${folder} (${reason}). Hãy cấp quyền ghi, hoặc chọn thư mục khác: DATA_DIR=… npm start`,
  portBusy: (port: number, host: string) =>
    `Cổng ${port} trên ${host} đang được chương trình khác sử dụng. Hãy chọn cổng khác: PORT=${port + 1} npm start`,
  portRefused: (port: number, host: string, reason: string) =>
    `Không mở được cổng ${port} trên ${host} (${reason}). Hãy chọn cổng hoặc địa chỉ khác: PORT=… HOST=… npm start`,
  creating: 'Đang tạo cơ sở dữ liệu nhúng và nạp dữ liệu (chỉ lần đầu, khoảng 10 giây)…',
  healed: 'Lần khởi động đầu tiên trước đây bị ngắt giữa chừng: làm lại từ đầu.',
  opening: 'Đang mở cơ sở dữ liệu nhúng…',
  connecting: 'Đang kết nối PostgreSQL…',
  migrated: (names: readonly string[]) => `Đã cập nhật cấu trúc cơ sở dữ liệu: ${names.join(', ')}`,
  ready: (address: string) => `Bản đồ số hạ tầng viễn thông: ${address}`,
  apiDocs: (address: string) => `Tài liệu API: ${address}`,
  holds: (counts: DataCounts, isSample: boolean | null) =>
    `${numbers.format(counts.sites)} trạm, ${numbers.format(counts.villages)} thôn/bản` +
    (isSample === true ? ', dữ liệu mẫu' : ''),
  dataset: (title: string) => `Bộ dữ liệu: ${title}`,
  holdsReferenceOnly: 'Chỉ có ranh giới và số liệu tham chiếu, chưa có trạm và thôn/bản.',
  holdsNothing: 'Cơ sở dữ liệu còn trống: bản đồ chưa có dữ liệu. Nạp dữ liệu bằng: npm run db -- seed',
  stopping: 'Đang dừng… (Ctrl-C lần nữa để dừng ngay)',
  failed: (reason: string) => `Không khởi động được: ${reason}`,

  // The database
  databaseUnavailable: (reason: string) =>
    `Không kết nối được PostgreSQL (${reason}). Hãy kiểm tra DATABASE_URL, mật khẩu và máy chủ cơ sở dữ liệu.`,
  serverTooOld: (version: string) => `PostgreSQL ${version} đã cũ: cần PostgreSQL 15 trở lên.`,
  extensionMissing: (extension: string) =>
    `Máy chủ PostgreSQL chưa cài phần mở rộng ${extension}. ` +
    (extension === 'postgis'
      ? 'Trên Debian: apt-get install postgresql-15-postgis-3 (theo đúng phiên bản PostgreSQL).'
      : 'Trên Debian: gói postgresql-contrib hoặc postgresql-15 đã có sẵn.'),
  extensionRefused: (extension: string) =>
    `Người dùng cơ sở dữ liệu không có quyền tạo phần mở rộng ${extension}. ` +
    `Nhờ người quản trị chạy một lần: create extension ${extension};`,
  loginMade: (login: string) => `Đã tạo người dùng cơ sở dữ liệu ${login} cho máy chủ.`,
  loginTooStrong: (login: string) =>
    `Người dùng cơ sở dữ liệu “${login}” trong DATABASE_URL là quản trị hoặc chủ sở hữu các bảng: quyền xem, sửa sẽ không được áp dụng, ` +
    'nên máy chủ không khởi động. Hãy đặt DATABASE_OWNER_URL là người dùng này, và DATABASE_URL là một người dùng riêng cho máy chủ ' +
    '(chưa có thì máy chủ tự tạo với mật khẩu đã ghi).',
  loginNoMember: (login: string) =>
    `Người dùng cơ sở dữ liệu “${login}” chưa được làm việc với bản đồ. Hãy đặt DATABASE_OWNER_URL rồi khởi động lại, ` +
    `hoặc nhờ người quản trị chạy: grant app_user to "${login}"; grant select on schema_migrations to app_user;`,
  loginMissing: (login: string) =>
    `Chủ sở hữu trong DATABASE_OWNER_URL không được phép tạo hoặc cấp quyền cho người dùng “${login}”. Nhờ người quản trị chạy một lần: ` +
    `SQL: create role "${login}" login password '…'; grant app_user to "${login}";`,
  migrationsMissing: (names: string) =>
    `Cơ sở dữ liệu còn thiếu bước cập nhật (${names}), và người dùng trong DATABASE_URL không được phép cập nhật. ` +
    'Hãy đặt DATABASE_OWNER_URL là chủ sở hữu của các bảng rồi chạy: npm run db -- migrate',
  demoOnRealData: (usernames: readonly string[]) =>
    `Có tài khoản dùng thử không cần mật khẩu (${usernames.join(', ')}) nhưng đây không phải dữ liệu mẫu: máy chủ không khởi động. ` +
    'Hãy tắt chúng: npm run users -- disable <tên>',
  demoReachable: (usernames: readonly string[]) =>
    `Có tài khoản dùng thử không cần mật khẩu (${usernames.join(', ')}), nên chỉ máy này được truy cập: máy chủ không khởi động. ` +
    'Hãy bỏ HOST, TRUST_PROXY và PUBLIC_URL, hoặc tắt các tài khoản đó: npm run users -- disable <tên>',
  noAccounts: 'Chưa có tài khoản nào. Tạo người quản trị đầu tiên: npm run users -- add <tên> --role admin',
  migrationChanged: (migration: string) =>
    `Bước cập nhật ${migration} đã áp dụng nhưng tệp của nó nay khác. ` +
    'Hãy dùng đúng phiên bản phần mềm; một bước đã phát hành không được sửa.',
  migrationNewer: (migration: string) =>
    `Cơ sở dữ liệu mới hơn phần mềm: phần mềm này không biết bước cập nhật ${migration}. Hãy dùng phiên bản phần mềm mới hơn.`,
  migrationFailed: (migration: string, reason: string) =>
    `Bước cập nhật ${migration} không thành công, cơ sở dữ liệu giữ nguyên như trước: ${reason}`,

  // Loading
  databaseFilled: (title: string) =>
    `Cơ sở dữ liệu đã có dữ liệu (${title}): không nạp, không thay đổi gì. Muốn xóa hết để nạp lại: npm run db -- reset --yes`,
  alreadyLoaded: (title: string) => `Dữ liệu đã được nạp từ trước (${title}): không có gì phải làm.`,
  unknownData: 'không rõ bộ dữ liệu',
  nothingLoaded: (count: number) => `Dữ liệu có ${numbers.format(count)} lỗi, không nạp gì cả:`,
  moreProblems: (count: number) => `  … và ${numbers.format(count)} lỗi khác`,
  place: (file: string, row: number | null, field: string | null) =>
    [
      file,
      row === null ? null : `${file.endsWith('json') ? 'đối tượng' : 'dòng'} ${row}`,
      field === null ? null : `trường ${field}`,
    ]
      .filter((part) => part !== null)
      .join(', '),
  problem: {
    file_missing: ({ expected }) => `không đọc được tệp (${expected})`,
    encoding_invalid: () => 'không phải văn bản UTF-8',
    json_invalid: ({ value, expected }) =>
      `không phải GeoJSON/JSON đúng hoặc bị cắt cụt: ${expected}${value && `, sau “${value}”`}`,
    csv_invalid: ({ value, expected }) => `không phải CSV đúng: ${expected}${value && `, có ${value}`}`,
    column_missing: () => 'thiếu cột',
    column_unknown: ({ expected }) => `cột lạ hoặc trùng; các cột được biết: ${expected}`,
    value_missing: () => 'thiếu giá trị',
    value_not_allowed: ({ value, expected }) => `“${value}” không thuộc: ${expected}`,
    not_nfc: ({ value }) => `“${value}” là tiếng Việt tổ hợp (không phải Unicode NFC)`,
    not_text: ({ value }) => `“${value}” có ký tự điều khiển hoặc ký tự hỏng`,
    not_a_code: ({ value, expected }) => `“${value}” không phải mã hợp lệ (${expected})`,
    not_a_number: ({ value }) => `“${value}” không phải số`,
    not_an_integer: ({ value }) => `“${value}” không phải số nguyên`,
    not_a_boolean: ({ value }) => `“${value}” không phải true hoặc false`,
    not_a_date: ({ value }) => `“${value}” không phải ngày dạng YYYY-MM-DD`,
    out_of_range: ({ value, expected }) => `${value} nằm ngoài khoảng ${expected}`,
    duplicate: ({ value, expected }) => `“${value}” trùng với ${expected}`,
    unknown_code: ({ value, expected }) => `mã “${value}” không có trong ${expected}`,
    dates_reversed: ({ value, expected }) => `${value} sớm hơn ngày bắt đầu (${expected})`,
    geometry_missing: () => 'thiếu hình',
    geometry_type: ({ value, expected }) => `hình kiểu ${value}, cần ${expected}`,
    geometry_invalid: ({ value }) => `hình không hợp lệ: ${value}`,
    position_invalid: ({ value }) => `${value} không phải tọa độ [kinh độ, vĩ độ]`,
    ring_open: ({ value }) => `đường bao không khép kín hoặc quá ít điểm: ${value}`,
    label_outside: ({ value }) => `điểm nhãn ${value} nằm ngoài đơn vị`,
    outside_province: ({ value }) => `vị trí ${value} nằm ngoài tỉnh`,
    share_without_partial: ({ value }) => `có tỷ lệ hộ ${value} nhưng trạng thái không phải partial`,
    count_wrong: ({ value, expected }) => `có ${value}, cần ${expected}`,
  } satisfies Record<DatasetProblemCode, (facts: Facts) => string> as Record<
    DatasetProblemCode,
    (facts: Facts) => string
  >,

  // npm run db
  dbUsage: [
    'Cách dùng: npm run db -- migrate|seed|status|start-real --yes|reset --yes',
    '  migrate  cập nhật cấu trúc cơ sở dữ liệu',
    '  seed     nạp dữ liệu từ DATASET_DIR (mặc định: data) vào cơ sở dữ liệu trống',
    '  status   cho biết cơ sở dữ liệu đang có gì',
    '  start-real  bỏ dữ liệu mẫu để bắt đầu với dữ liệu thật; không có --yes thì chỉ cho biết sẽ bỏ gì',
    '  reset    xóa hết dữ liệu rồi tạo lại cấu trúc; cần --yes',
    'DATABASE_URL chọn PostgreSQL; không có thì dùng cơ sở dữ liệu nhúng trong DATA_DIR.',
  ].join('\n'),
  // npm run users
  usersUsage: [
    'Cách dùng: npm run users -- list',
    '           npm run users -- add <tên-đăng-nhập> --role viewer|local|carrier|staff|admin [--name "Họ tên"]',
    '                                [--carrier viettel] [--unit district:103 …]',
    '           npm run users -- disable|enable|reset <tên-đăng-nhập>',
    'Mật khẩu ban đầu được in ra một lần và phải đổi khi đăng nhập lần đầu.',
  ].join('\n'),
  usersRefused: (code: ErrorCode, { field, value, expected }: ErrorParams) =>
    ({
      value_invalid: `Giá trị chưa đúng: ${String(field)} = ${String(value)}, cần ${String(expected)}`,
      username_taken: `Tên đăng nhập “${String(value)}” đã được dùng.`,
      user_not_found: `Không có tài khoản “${String(value)}”. Xem danh sách: npm run users -- list`,
      last_admin: 'Đây là quản trị viên cuối cùng: không khóa được. Hãy thêm quản trị viên khác trước.',
    })[code as 'last_admin'] ?? code,
  usersNone: 'Chưa có tài khoản nào. Thêm quản trị viên đầu tiên: npm run users -- add <tên> --role admin',
  userDisabled: '(đã khóa)',
  userIsDisabled: (username: string) => `Đã khóa ${username}; mọi phiên của tài khoản này đã kết thúc.`,
  userIsEnabled: (username: string) => `Đã mở lại ${username}.`,
  initialPassword: (username: string, password: string) =>
    `Mật khẩu ban đầu của ${username}: ${password}\nChỉ hiện một lần; phải đổi khi đăng nhập lần đầu.`,

  // npm run backup, npm run restore
  backupUsage: 'Cách dùng: npm run backup [-- tệp.tar.gz]   (mặc định: thư mục backups trong DATA_DIR)',
  restoreUsage: [
    'Cách dùng: npm run restore -- tệp.tar.gz [--yes]',
    '  --yes  thay dữ liệu đang có; không có --yes thì chỉ phục hồi vào cơ sở dữ liệu trống',
  ].join('\n'),
  backupWritten: (file: string, counts: Readonly<Record<'tables' | 'rows' | 'uploads', number>>) =>
    `Đã sao lưu ${numbers.format(counts.rows)} dòng của ${counts.tables} bảng và ${numbers.format(counts.uploads)} tệp vào ${file}. ` +
    'Tệp này chứa cả tài khoản và ghi chú nội bộ: hãy giữ kín.',
  restoreChecking: (file: string) => `Đang kiểm tra ${file}…`,
  restored: (title: string, created_at: string, rows: number) =>
    `Đã phục hồi ${numbers.format(rows)} dòng (${title}, sao lưu lúc ${created_at}). Mọi người cần đăng nhập lại.`,
  backupMissing: (file: string) => `Không có tệp ${file}.`,
  backupForeign: (file: string) => `${file} không phải bản sao lưu của phần mềm này. Chưa thay đổi gì.`,
  backupDamaged: (file: string) =>
    `${file} bị hỏng hoặc bị cắt cụt. Chưa thay đổi gì. Hãy chép lại tệp, hoặc dùng bản sao lưu khác.`,
  backupNewer: (file: string) =>
    `${file} do phiên bản phần mềm mới hơn tạo ra. Chưa thay đổi gì. Hãy cập nhật phần mềm rồi phục hồi.`,
  backupNotOwner: (reason: string) =>
    `Người dùng cơ sở dữ liệu không thấy hết các dòng (${reason}): bản sao lưu sẽ thiếu nên không tạo. ` +
    'Hãy đặt DATABASE_OWNER_URL là chủ sở hữu của các bảng.',
  backupExists: (file: string) => `${file} đã có: không ghi đè. Hãy chọn tên khác.`,
  restoreFilled: (place: string) =>
    `Cơ sở dữ liệu đã có dữ liệu (${place}): chưa thay đổi gì. Muốn thay bằng bản sao lưu: thêm --yes`,

  upToDate: 'Cấu trúc cơ sở dữ liệu đã mới nhất.',
  missingMigrations: (names: readonly string[]) => `Còn thiếu bước cập nhật: ${names.join(', ')}`,
  seeded: 'Đã nạp dữ liệu.',
  resetNeedsYes: 'reset xóa TẤT CẢ dữ liệu. Nếu chắc chắn: npm run db -- reset --yes',
  resetRemoved: 'Đã xóa cơ sở dữ liệu nhúng.',
  resetDone: 'Đã xóa hết dữ liệu và tạo lại cấu trúc.',
  noDatabase: (folder: string) => `Chưa có cơ sở dữ liệu trong ${folder}. npm start sẽ tạo.`,
  driver: (driver: string) => `Cơ sở dữ liệu: ${driver === 'postgres' ? 'PostgreSQL' : 'nhúng'}`,
  version: (version: number, loaded_at: string | null) =>
    `Phiên bản dữ liệu ${numbers.format(version)}${loaded_at === null ? '' : `, nạp lúc ${loaded_at}`}`,
}

export type Messages = typeof messagesVi
