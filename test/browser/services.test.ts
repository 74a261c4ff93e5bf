import { expect, test } from 'vitest';
import { expectAccessible } from '../support/browser.ts';
import { signIn } from '../support/pages.officer.ts';
import { heading } from '../support/pages.resident.ts';
import { looksRight, phone, useSite } from '../support/pages.ts';
import { certificateNo } from '../support/renovation.ts';
import { idNumberOf } from '../support/services.ts';

const site = useSite();

const childNumber = idNumberOf(954, '20180501');

test('a depot gets wheelchairs, one is lent at the door on a phone, and comes back to be repaired', async () => {
  const { page, keepSecret } = await site.visit(phone);
  keepSecret(certificateNo(951), '赵春梅');
  await signIn(page, 'disability');
  await page.goto('/admin/services');
  await heading(page, '辅助器具').waitFor();
  await page.getByText('这里还没有器具库存').waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: '新建库存' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('库在哪里').selectOption({ label: '永安镇' });
  await dialog.getByLabel('器具', { exact: true }).selectOption('wheelchair');
  await dialog.getByLabel('数量').fill('2');
  await dialog.getByLabel('说明').fill('市残联配发');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '新建库存' }).click();
  await heading(page, '轮椅，永安镇').waitFor();
  await looksRight(page);

  await page.getByRole('link', { name: '发放或借出' }).click();
  await heading(page, '发放或借出器具').waitFor();
  await page.getByLabel('姓名', { exact: true }).fill('赵春梅');
  await page.getByLabel('身份证号或残疾人证号').fill(certificateNo(951));
  await page.getByText(/肢体残疾 2 级，\d+ 岁/).waitFor();
  await page.getByLabel(/同意记下姓名/).check();
  await page.getByLabel(/另外同意/).check();
  await looksRight(page);
  await page.getByRole('button', { name: '交给本人' }).click();
  await page.getByRole('heading', { level: 1, name: /^轮椅 [0-9A-Z]{3}-/ }).waitFor();
  await page.getByText('赵**').waitFor();
  await looksRight(page);

  await page.getByRole('button', { name: '看姓名和电话' }).click();
  await dialog.getByLabel('为什么要看').fill('核对证件');
  await dialog.getByRole('button', { name: '看姓名和电话' }).click();
  await dialog.getByText('赵春梅').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '看完了，关上' }).click();
  await page.getByRole('cell', { name: '核对证件' }).waitFor();

  await page.getByRole('button', { name: '收回器具' }).click();
  await dialog.getByLabel('要修').check();
  await dialog.getByRole('button', { name: '收回器具' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: '永安镇' }).click();
  await heading(page, '轮椅，永安镇').waitFor();
  await page.getByRole('button', { name: '修好或报废' }).waitFor();
  await looksRight(page);
});

test('goods are donated, a household receives once on a phone, and again only with the reason', async () => {
  const { page, keepSecret, allowTrouble } = await site.visit(phone);
  allowTrouble(/409/);
  keepSecret(certificateNo(952), '赵春兰');
  await signIn(page, 'disability');
  await page.goto('/admin/services/donations');
  await heading(page, '爱心捐赠').waitFor();
  await page.getByRole('button', { name: '登记捐赠' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('捐的什么').fill('电风扇');
  await dialog.getByLabel('谁捐的').fill('爱心超市');
  await dialog.getByLabel('数量').fill('30');
  await dialog.getByLabel('单位', { exact: true }).selectOption('piece');
  await dialog.getByLabel('总价值（元）').fill('2,980');
  await dialog.getByLabel('给哪里的').selectOption({ label: '永安镇' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '登记捐赠' }).click();
  await heading(page, '电风扇，爱心超市').waitFor();
  await looksRight(page);
  const batch = page.url();

  for (const why of ['', '家里两位老人']) {
    await page.goto(`${batch}/new`);
    await heading(page, '发放：电风扇').waitFor();
    await page.getByLabel('姓名', { exact: true }).fill('赵春兰');
    await page.getByLabel('身份证号或残疾人证号').fill(certificateNo(952));
    await page.getByLabel(/同意记下姓名/).check();
    await page.getByLabel(/另外同意/).check();
    await page.getByRole('button', { name: '已交给本人' }).click();
    if (why !== '') {
      await page.getByLabel('为什么再领一次').fill(why);
      await looksRight(page);
      await page.getByRole('button', { name: '已交给本人' }).click();
      await page.getByText('再次领取的原因').waitFor();
    }
    await page.getByRole('heading', { level: 1, name: /^领取 [0-9A-Z]{3}-/ }).waitFor();
    await looksRight(page);
  }

  await page.goto(`${batch}/list`);
  await heading(page, '电风扇领取名单').waitFor();
  await expect
    .poll(
      async () => {
        await page.reload();
        await heading(page, '电风扇领取名单').waitFor();
        return page.getByText('赵**').count();
      },
      { timeout: 30_000 },
    )
    .toBe(2);
  await looksRight(page);
  await page.goto('/admin/services/receipts');
  await heading(page, '谁领了什么').waitFor();
  await page.getByText('赵**').first().waitFor();
  await looksRight(page);
  await page.goto('/admin/services/figures');
  await page.getByRole('heading', { level: 1, name: /年残疾人服务$/ }).waitFor();
  await page.getByRole('link', { name: /^打开名单：领取捐赠/ }).waitFor();
  await page.getByRole('heading', { name: '捐赠，按批次' }).waitFor();
  await looksRight(page);
  await page.goto('/admin/services/devices/handouts');
  await heading(page, '辅助器具').waitFor();
  await looksRight(page);
});

test('a day centre takes somebody in, hands in a day by ticking, corrects it, and lets them go to work', async () => {
  const { page, keepSecret } = await site.visit(phone);
  keepSecret(certificateNo(953), '赵春生');
  await signIn(page, 'disability');
  await page.goto('/admin/services/centres');
  await heading(page, '如康家园').waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: '新开家园' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('永安如康家园');
  await dialog.getByLabel('地址').fill('幸福路 9 号');
  await dialog.getByLabel('哪里办的（机构）').selectOption({ label: '永安镇' });
  await dialog.getByLabel('名额').fill('1');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '新开家园' }).click();
  await heading(page, '永安如康家园').waitFor();
  await looksRight(page);

  await page.getByRole('link', { name: '新加入' }).click();
  await heading(page, '加入永安如康家园').waitFor();
  await page.getByLabel('姓名', { exact: true }).fill('赵春生');
  await page.getByLabel('身份证号或残疾人证号').fill(certificateNo(953));
  await page.getByLabel(/同意记下姓名/).check();
  await page.getByLabel(/另外同意/).check();
  await looksRight(page);
  await page.getByRole('button', { name: '加入', exact: true }).click();
  await heading(page, '在永安如康家园').waitFor();
  await looksRight(page);

  await page.getByRole('link', { name: '回到永安如康家园' }).click();
  await page.getByText('1 / 1').waitFor();
  await page.getByRole('link', { name: '提交考勤' }).click();
  await heading(page, '永安如康家园的考勤').waitFor();
  await page.getByRole('button', { name: '全都来了' }).click();
  await page.getByText('谁来了（1 人）').waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /到园的人$/ }).waitFor();
  await page.getByText('赵**').waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: '更正考勤' }).click();
  await dialog.getByRole('button', { name: '都没来' }).click();
  await dialog.getByLabel('为什么').fill('记错了一天');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '更正考勤' }).click();
  await dialog.waitFor({ state: 'hidden' });

  await page.getByRole('link', { name: '回到永安如康家园' }).click();
  await page.getByRole('link', { name: '在园的人', exact: true }).click();
  await page.getByRole('link', { name: '赵**' }).click();
  await page.getByRole('button', { name: '记下就业' }).click();
  await dialog.getByLabel('哪个单位').fill('永安服装厂');
  await dialog.getByRole('button', { name: '记下就业' }).click();
  await page.getByText('永安服装厂').waitFor();
  await page.getByRole('button', { name: '离开', exact: true }).click();
  await dialog.getByLabel('就业了').check();
  await dialog.getByRole('button', { name: '离开', exact: true }).click();
  await page.getByText(/· 就业了/).waitFor();
  await looksRight(page);
});

test('a child is registered with the guardian’s consents and completed; an outing is recorded, and withdrawn', async () => {
  const { page, keepSecret } = await site.visit(phone);
  keepSecret(childNumber, '赵小宝', '赵大宝');
  await signIn(page, 'disability');
  await page.goto('/admin/services/helps');
  await heading(page, '儿童康复').waitFor();
  await looksRight(page);
  await page.getByRole('link', { name: '登记救助' }).click();
  await heading(page, '登记救助').waitFor();
  await page.getByLabel('姓名', { exact: true }).fill('赵小宝');
  await page.getByLabel('身份证号或残疾人证号').fill(childNumber);
  await page.getByLabel('监护人姓名').fill('赵大宝');
  await page.getByLabel('和本人的关系').fill('父亲');
  await page.getByLabel(/同意记下姓名/).check();
  await page.getByLabel(/另外同意/).check();
  await page.getByLabel('康复项目').selectOption('speech');
  await page.getByLabel('康复机构').fill('市儿童康复中心');
  await page.getByLabel('村居或镇街').selectOption({ label: '永安镇' });
  await page.getByLabel('到哪一天').fill('2040-01-01');
  await page.getByLabel('预计多少元').fill('6000');
  await looksRight(page);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^言语康复/ }).waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: '完成救助' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('明显好转').check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '完成救助' }).click();
  await page.getByText(/· 明显好转/).waitFor();

  await page.goto('/admin/services/events');
  await heading(page, '助残活动').waitFor();
  await page.getByRole('button', { name: '登记活动' }).click();
  await dialog.getByLabel('观影').check();
  await dialog.getByLabel('名称').fill('光明影院进社区');
  await dialog.getByLabel('地点').fill('文化服务中心');
  await dialog.getByLabel('服务残疾人多少人').fill('26');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '登记活动' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '刷新' }).click();
  await page.getByText('服务 26 人').waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: /^撤销：光明影院进社区/ }).click();
  await dialog.getByLabel('为什么撤销').fill('登记重复');
  await dialog.getByRole('button', { name: '撤销', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
});
