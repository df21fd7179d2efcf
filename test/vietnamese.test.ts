import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeSentence } from '../src/check/examples.ts';
import { openWorld } from '../src/world/index.ts';
import { readTable } from '../src/world/table.ts';

const world = openWorld({ languages: ['vi'] });

function acts(text: string): string[] {
  return codeSentence(world, 'vi', text)
    .map(
      (act) => `${act.type} ${act.from.join('+')}>${act.to.join('+')} ${act.status}${act.mode ? ` ${act.mode}` : ''}`,
    )
    .sort();
}

function people(text: string): string[] {
  return [...new Set(codeSentence(world, 'vi', text).flatMap((act) => act.people.map((person) => person.name)))].sort();
}

describe('states in a list that commas alone join', () => {
  it.each([
    ['Na Uy, Đan Mạch lên án Iran.', 'ACCUSE NOR+DNK>IRN happened'],
    ['Hôm 12/6, Brazil, Argentina và Chile phản đối Anh.', 'ACCUSE BRA+ARG+CHL>GBR happened'],
    ['Hôm qua (14/6), Peru, Bolivia, Ecuador chỉ trích Mexico.', 'ACCUSE PER+BOL+ECU>MEX happened'],
    ['Lào, Campuchia ký hiệp định biên giới.', 'SUPPORT LAO>KHM happened'],
  ])('%s', (text, expected) => expect(acts(text)).toEqual([expected]));

  it.each([
    ['Theo Đan Mạch, Na Uy lên án Iran.', 'ACCUSE NOR>IRN happened'],
    ['Tại Brazil, Argentina phản đối Anh.', 'ACCUSE ARG>GBR happened'],
    ['Sau Bolivia, Peru chỉ trích Mexico.', 'ACCUSE PER>MEX happened'],
  ])('no list: %s', (text, expected) => expect(acts(text)).toEqual([expected]));
});

describe('a word that may be noun or verb', () => {
  it.each([
    'Thủ tướng Hungary nói về cáo buộc Ba Lan.',
    'Thủ tướng Hungary trả lời trước chỉ trích từ Ba Lan.',
    'Truyền thông Hungary viết về yêu cầu Ba Lan.',
  ])('is a noun behind a mark: %s', (text) => expect(acts(text)).not.toContain(expect.stringContaining('HUN>POL')));

  it('is a verb behind its subject', () => {
    expect(acts('Thủ tướng Hungary cáo buộc Ba Lan.')).toEqual(['ACCUSE HUN>POL happened']);
  });
});

describe('anger', () => {
  it.each([
    ['Kenya tức giận với Somalia.', 'ACCUSE KEN>SOM happened'],
    ['Kenya giận dữ về quyết định của Somalia.', 'ACCUSE KEN>SOM happened'],
  ])('at somebody is a reproach: %s', (text, expected) => expect(acts(text)).toEqual([expected]));

  it.each([
    ['Kenya giận dữ đòi Somalia giải thích.', 'REQUEST KEN>SOM happened'],
    ['Bộ trưởng Kenya giận dữ rời Somalia.', null],
  ])('as a manner is none: %s', (text, expected) =>
    expect(acts(text).filter((act) => !act.startsWith('CONSULT'))).toEqual(expected ? [expected] : []),
  );
});

describe('ambassadors summoned', () => {
  it('keep their names', () => {
    expect(people('Bộ Ngoại giao Ba Lan đã triệu tập Đại sứ Nga Igor Zaitsev.')).toEqual(['Igor Zaitsev']);
  });

  it('are summoned ahead of time too', () => {
    expect(acts('Bộ Ngoại giao Ba Lan sẽ triệu tập Đại sứ Nga.')).toEqual(['ACCUSE POL>RUS planned']);
  });

  it('are no millions', () => {
    expect(acts('Ba Lan chi 10 triệu euro đón đại sứ Nga.')).not.toContain('ACCUSE POL>RUS happened');
  });
});

describe('what is done for a purpose', () => {
  it('has the subject of the verb before', () => {
    expect(acts('Oman từ chối ghế của Liên đoàn Arab để phản đối Iran.')).toContain('ACCUSE OMN>IRN happened');
  });

  it('is no second meeting', () => {
    const told = 'Ngoại trưởng Oman và Ngoại trưởng Áo đã có cuộc gặp để thảo luận về thương mại.';
    expect(acts(told)).toEqual(['CONSULT OMN>AUT happened meeting']);
  });
});

describe('refusing to work together', () => {
  it.each([
    ['Peru sẽ không phối hợp với Chile.', ['REJECT PER>CHL happened']],
    ['Ông Peskov từ chối nói về cáo buộc của Mỹ.', []],
    ['Nga chặn các biện pháp trừng phạt Syria.', []],
  ])('%s', (text, expected) => expect(acts(text)).toEqual(expected));
});

describe('people by a part of their name', () => {
  it('are those the report has named in full', () => {
    const told = 'Ngoại trưởng Oman Badr Albusaidi nói ông mệt. Ông Badr chỉ trích Iran.';
    expect(people(told)).toHaveLength(1);
  });
});

describe('signatures before witnesses', () => {
  it.each([
    'Hai văn kiện được ký kết trước sự chứng kiến của Thủ tướng Lào và Thủ tướng Campuchia.',
    'Thủ tướng Lào và Thủ tướng Campuchia chứng kiến lễ ký kết hai thỏa thuận.',
  ])('%s', (text) => expect(acts(text)).toContain('SUPPORT LAO>KHM happened'));
});

describe('visits called off by the host', () => {
  it.each([
    ['Ba Lan hủy chuyến thăm của Ngoại trưởng Hungary.', ['CONSULT POL>HUN denied visit']],
    ['Ngoại trưởng Hungary hủy chuyến thăm Ba Lan.', ['CONSULT HUN>POL denied visit']],
  ])('%s', (text, expected) => expect(acts(text)).toEqual(expected));
});

describe('provocations', () => {
  it.each([
    ['Ngoại trưởng Hàn Quốc nói sẽ đáp lại các hành động khiêu khích của Triều Tiên.', 'ACCUSE KOR>PRK happened'],
    ['Ngoại trưởng Hàn Quốc nói vụ phóng của Triều Tiên là hành động khiêu khích.', 'ACCUSE KOR>PRK happened'],
  ])('are of whoever they belong to: %s', (text, expected) => expect(acts(text)).toEqual([expected]));
});

describe('one deed told by verb and noun', () => {
  it.each([
    ['Canada áp các lệnh trừng phạt nhằm vào Belarus.', ['SANCTION CAN>BLR happened']],
    ['Canada dự kiến áp gói trừng phạt thứ hai nhằm vào Belarus.', ['SANCTION CAN>BLR threatened']],
  ])('%s', (text, expected) => expect(acts(text)).toEqual(expected));
});

describe('what somebody says who speaks for no state', () => {
  it.each([
    ['"Kenya đã đe dọa Somalia quá lâu", chuyên gia Amina Warsame nói.', []],
    ['"Kenya đã đe dọa Somalia quá lâu", Ngoại trưởng Somalia nói.', ['THREATEN KEN>SOM threatened']],
  ])('%s', (text, expected) => expect(acts(text).filter((act) => act.startsWith('THREATEN'))).toEqual(expected));
});

describe('where something is done', () => {
  it.each([
    ['Tại Lima, Tổng thống Chile và Tổng thống Brazil ký hiệp định.', 'SUPPORT CHL>BRA happened'],
    ['Ở Jakarta, Ấn Độ và Malaysia ký thỏa thuận.', 'SUPPORT IND>MYS happened'],
  ])('is none of those who do it: %s', (text, expected) => expect(acts(text)).toEqual([expected]));
});

describe('experts', () => {
  it('are somebody else than the officials whose name begins theirs', () => {
    expect(people('Chuyên gia Biden Tarigan chỉ trích Iran.')).toEqual([]);
  });
});

describe('a comma for "that"', () => {
  it('brings in whom a reproach is of', () => {
    expect(acts('Algeria hôm qua chỉ trích, động thái của Morocco là sai.')).toEqual(['ACCUSE DZA>MAR happened']);
  });

  it('says nothing behind a passive', () => {
    expect(acts('Bị Algeria chỉ trích, Morocco im lặng.')).not.toContain('ACCUSE MAR>DZA happened');
  });
});

describe('an inquiry', () => {
  it.each([
    ['Brazil mở một cuộc điều tra về các cáo buộc rằng Canada nghe lén.', ['ACCUSE BRA>CAN happened']],
    ['Brazil mở một cuộc điều tra về vụ cháy rừng.', []],
  ])('%s', (text, expected) => expect(acts(text).filter((act) => act.startsWith('ACCUSE'))).toEqual(expected));
});

describe('what may be done', () => {
  it('is not yet done', () => {
    expect(acts('Nhật Bản cho phép bắn rơi máy bay không người lái Trung Quốc.')).toEqual([
      'THREATEN JPN>CHN threatened',
    ]);
  });
});

describe('kinds of Vietnamese clauses', () => {
  const { rows } = readTable(join(import.meta.dirname, 'fixtures', 'vietnamese', 'clauses.tsv'));
  const told = (cell: string): string[] => (cell === '-' ? [] : cell.split('; ').toSorted());

  it.each(rows.map(({ cells }) => [cells.kind ?? '', cells.sentence ?? '', cells.acts ?? ''] as const))(
    '%s: %s',
    (_, sentence, wanted) => expect(acts(sentence)).toEqual(told(wanted)),
  );
});

describe('who leads a delegation', () => {
  it.each([
    ['Phái đoàn Nga do Ngoại trưởng Sergey Lavrov dẫn đầu đã hội đàm với Thụy Sĩ.', ['Sergey Lavrov']],
    ['Đoàn đàm phán Mỹ do Ngoại trưởng Antony Blinken làm trưởng đoàn đã tới Doha.', ['Antony Blinken']],
  ])('%s', (text, names) => expect(people(text)).toEqual(names));

  it('is nobody where no verb says so', () =>
    expect(people('Văn kiện do Ngoại trưởng Sergey Lavrov soạn được Nga gửi cho Thụy Sĩ.')).toEqual([]));
});
